// A desk of its own for a test: the program built from the tree, a ledger in a new folder with the
// articles of articles/ledger.jsonl, and `riwaya desk` on a free port.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tree = fileURLToPath(new URL('../..', import.meta.url));
export const articles = fileURLToPath(new URL('../articles/', import.meta.url));

// dragged are the files that a person drags in.
export const dragged = readdirSync(articles).filter(n => n.endsWith('.html')).sort().map(n => join(articles, n));

// start returns a desk: its origin, its ledger's folder, and how it is ended. The program is that
// of RIWAYA_BIN, else it is built.
export async function start({ files = [join(articles, 'ledger.jsonl')], flags = [] } = {}) {
	const dir = mkdtempSync(join(tmpdir(), 'riwaya-desk-'));
	const ledger = join(dir, 'ledger');
	let program = process.env.RIWAYA_BIN;
	if (!program) {
		program = join(dir, 'riwaya');
		execFileSync('go', ['build', '-o', program, './cmd/riwaya'], { cwd: tree, stdio: 'inherit' });
	}
	const run = (...args) => execFileSync(program, args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	if (files.length > 0) run('add', '--ledger', ledger, '--offline', ...files);
	const child = spawn(program, ['desk', '--ledger', ledger, '--port', '0', ...flags], { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
	const said = [];
	child.stderr.on('data', b => said.push(String(b)));
	const origin = await new Promise((resolve, reject) => {
		let out = '';
		const timer = setTimeout(() => reject(new Error(`the desk did not say where it is: ${out}${said.join('')}`)), 60_000);
		child.stdout.on('data', b => {
			out += b;
			const m = out.match(/http:\/\/[\d.]+:\d+/);
			if (m) { clearTimeout(timer); resolve(m[0]); }
		});
		child.once('exit', code => { clearTimeout(timer); reject(new Error(`the desk ended with ${code}: ${said.join('')}`)); });
	});
	// a ledger is looked through before its first page is shown; until then the answer is 503
	for (let i = 0; i < 120 && (await fetch(`${origin}/ar/`)).status === 503; i++) await new Promise(resolve => setTimeout(resolve, 500));
	let ending = false;
	child.once('exit', (code, signal) => { if (!ending) console.error(`the desk ended by itself: ${code ?? signal}\n${said.join('').slice(-4000)}`); });
	const end = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return rmSync(dir, { recursive: true, force: true });
		ending = true;
		const gone = new Promise(resolve => child.once('exit', resolve));
		child.kill('SIGINT');
		const stubborn = setTimeout(() => child.kill('SIGKILL'), 10_000);
		await gone;
		clearTimeout(stubborn);
		rmSync(dir, { recursive: true, force: true });
	};
	return { origin, ledger, dir, run, said, end };
}
