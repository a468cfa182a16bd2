// The gallery: a page in each language that shows what the style sheet and the modules have, served
// under the desk's own policy from the files of the tree. It is where a change of looks is seen
// first, and where the modules are tested without a desk.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

const web = new URL('../../internal/desk/web/', import.meta.url);
const pages = new URL('../gallery/', import.meta.url);

export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const kinds = { css: 'text/css', js: 'text/javascript', mjs: 'text/javascript', json: 'application/json', woff2: 'font/woff2', html: 'text/html; charset=utf-8' };

function file(name) {
	for (const [base, packed] of [[new URL('static/', web)], [new URL('vendor/', web), true], [new URL('vendor/', web)], [pages]]) {
		try {
			const b = readFileSync(new URL(packed ? `${name}.br` : name, base));
			return packed ? brotliDecompressSync(b) : b;
		} catch (e) {
			if (e.code !== 'ENOENT') throw e;
		}
	}
}

export async function serve(port = 0) {
	const server = createServer((request, response) => {
		const name = new URL(request.url, 'http://x').pathname.slice(1) || 'en.html';
		const body = /^[\w.-]+$/.test(name) && file(name);
		if (name === 'favicon.ico') return response.writeHead(204).end();
		if (!body) return response.writeHead(404).end();
		response.writeHead(200, { 'Content-Type': kinds[name.split('.').pop()] ?? 'text/plain', 'Content-Security-Policy': policy });
		response.end(body);
	});
	await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
	return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
