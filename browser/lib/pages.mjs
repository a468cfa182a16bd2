// Which pages the desk has, as its own links show them.

// wanted are the kinds of page that the desk promises.
export const wanted = [
	'today', 'sources', 'search', 'story-x', 'question-x', 'incident-x', 'chain-x', 'report-x', 'report-x-why-x', 'compare-x-x',
	'evidence-x', 'source-x', 'outlet-x', 'outlets', 'review', 'review-agreement', 'review-x', 'review-x-x', 'cases', 'case-x', 'cases-add',
	'login',
];

// most is how many pages of one kind are opened to see where they lead.
const most = 12;

// kind is what page an address is of: its words below the language, with x for what names something.
export function kind(path) {
	const [, , first = '', ...rest] = path.split(/[?#]/)[0].split('/');
	return [first || 'today', ...rest.map(w => /^[a-z]+$/.test(w) && !['outlet', 'source'].includes(first) ? w : 'x')].join('-');
}

// walk follows links from the first page and returns addresses by kind, in Arabic: of each the page that
// has most to show, and the one that has least. .broken are those that answered with an error, and
// from where.
export async function walk(origin) {
	const all = new Map(), broken = [];
	const seen = new Set(['/ar/', '/ar/login']), queue = [...seen].map(path => ({ path, from: '' }));
	while (queue.length > 0) {
		const { path, from } = queue.shift();
		const k = kind(path), known = all.get(k) ?? [];
		if (known.length >= most) continue;
		const response = await fetch(origin + path);
		if (!response.ok) { broken.push(`${response.status} ${path} from ${from}`); continue; }
		if (!/text\/html/.test(response.headers.get('content-type') ?? '')) continue;
		const html = await response.text();
		if (!/[?&]said=/.test(path)) all.set(k, [...known, { path, size: html.length }]);
		for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
			const url = new URL(href.replaceAll('&amp;', '&'), origin + path);
			const next = url.pathname + url.search;
			if (url.origin !== origin || !next.startsWith('/ar/') || seen.has(next)) continue;
			seen.add(next);
			queue.push({ path: next, from: path });
		}
	}
	const found = new Map();
	for (const [k, pages] of all) {
		pages.sort((a, b) => b.size - a.size);
		found.set(k, [...new Set([pages[0].path, pages.at(-1).path])]);
	}
	return Object.assign(found, { broken });
}
