// Which pages the desk has, as its own links show them.

// wanted are the kinds of page that the desk promises.
export const wanted = ['today', 'sources'];

// each is how many pages of one kind are looked at.
const each = 2;

// kind is what page an address is of: its first word below the language.
export function kind(path) {
	const [, , first = ''] = path.split(/[/?#]/);
	return first || 'today';
}

// walk follows links from the first page and returns addresses by kind, in Arabic; .broken are those
// that answered with an error, and from where.
export async function walk(origin) {
	const found = new Map(), seen = new Set(['/ar/']), queue = [{ path: '/ar/', from: '' }];
	found.broken = [];
	while (queue.length > 0 && seen.size < 400) {
		const { path, from } = queue.shift();
		const response = await fetch(origin + path, { redirect: 'follow' });
		if (!response.ok) { found.broken.push(`${response.status} ${path} from ${from}`); continue; }
		if (!/text\/html/.test(response.headers.get('content-type') ?? '')) continue;
		const k = kind(path);
		const known = found.get(k) ?? [];
		if (known.length < each && !/[?&]said=/.test(path)) found.set(k, [...known, path]);
		if (known.length >= 12) continue; // of a kind that there is much of, some are enough
		const html = await response.text();
		for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
			const url = new URL(href.replaceAll('&amp;', '&'), origin + path);
			const next = url.pathname + url.search;
			if (url.origin !== origin || !next.startsWith('/ar') || seen.has(next)) continue;
			seen.add(next);
			queue.push({ path: next, from: path });
		}
	}
	return found;
}
