// chainview.js draws a chain as a picture: from the last known hop, at the side where reading begins,
// to the outlets. Each stop and each hop is a link. The table of the same hops stands in the page.
//
//	<div class="chain" data-chain data-json="ID" data-words="{…}"></div>
//	<details id="TABLE" open>…the table of hops…</details>
//	<script type="application/json" id="ID">{…}</script>
//	<script type="module" src="{{asset "chainview.js"}}"></script>
//
// The data:
//
//	{ "nodes": [{ "id": "n1", "kind": "source", "name": "…", "meta": "…", "href": "/ar/…", "last": true }],
//	  "edges": [{ "from": "n1", "to": "n2", "relation": "copies", "label": "…", "href": "/ar/…", "doubt": true }],
//	  "table": "TABLE" }
//
// An edge runs as the words ran: from nearer the origin to nearer the reader. kind is source, outlet
// (an outlet or agency of which nothing is in the ledger: dashed) or report. last marks the last known hop.
// relation is publishes, credits, copies, attributes or cites; doubt is true where the text is another's
// without saying so, or where which of two had it first is not known: the line is broken. label says
// it in words. Names of private persons do not belong into it.
//
// With more than 25 stops there is no picture, and the table stays open; otherwise the table is folded.
//
// Words: label (of the picture as a whole).

import { address, dataOf, wordsOf } from './words.js';

export const most = 25;

const width = 184, padding = 10, between = 116, gap = 18, line = 18;

for (const element of document.querySelectorAll('[data-chain]')) start(element);

async function start(element) {
	const { nodes = [], edges = [], table } = await dataOf(element);
	const details = table && document.getElementById(table);
	if (nodes.length === 0 || nodes.length > most) return;
	await document.fonts.load('15px Desk', 'a\u0627');
	draw(element, nodes, edges, wordsOf(element));
	if (details) details.open = false;
	element.dataset.drawn = '';
	addEventListener('beforeprint', () => { if (details) details.open = true; });
}

// layers puts each stop one column after the last that it has its words from. A ring, which
// copies of unknown direction can make, is cut where it closes.
export function layers(nodes, edges) {
	const column = new Map(), open = new Set();
	const into = id => edges.filter(e => e.to === id && e.from !== id).map(e => e.from);
	const at = id => {
		if (column.has(id)) return column.get(id);
		if (open.has(id)) return -1;
		open.add(id);
		const c = Math.max(-1, ...into(id).map(at)) + 1;
		open.delete(id);
		column.set(id, c);
		return c;
	};
	const out = [];
	for (const n of nodes) (out[at(n.id)] ??= []).push(n);
	return out.filter(Boolean);
}

function draw(element, nodes, edges, word) {
	const rtl = getComputedStyle(element).direction === 'rtl';
	const columns = layers(nodes, edges);
	const boxes = new Map();
	// a child stands beside what it has its words from, as far as there is room
	const parentRow = n => {
		const rows = edges.filter(e => e.to === n.id).map(e => boxes.get(e.from)?.y).filter(y => y !== undefined);
		return rows.length ? rows.reduce((a, b) => a + b) / rows.length : Infinity;
	};
	const root = svg('svg', { role: 'group', 'aria-label': word('label') || undefined });
	element.replaceChildren(root);
	let height = 0;
	columns.forEach((column, i) => {
		column.sort((a, b) => parentRow(a) - parentRow(b));
		let y = 8;
		for (const n of column) {
			const box = stop(root, n, rtl);
			boxes.set(n.id, Object.assign(box, { x: 8 + i * (width + between), y, column: i }));
			y += box.height + gap;
		}
		height = Math.max(height, y);
	});
	for (const column of columns) { // a short column stands in the middle
		const last = boxes.get(column.at(-1).id);
		const shift = (height - gap - last.y - last.height) / 2;
		for (const n of column) boxes.get(n.id).y += Math.max(0, shift);
	}
	const full = 16 + columns.length * width + (columns.length - 1) * between;
	const x = box => rtl ? full - box.x - width : box.x;
	for (const box of boxes.values()) box.element.setAttribute('transform', `translate(${x(box)} ${box.y})`);
	const lines = svg('g', {});
	root.prepend(arrow(), lines);
	for (const e of edges) {
		const from = boxes.get(e.from), to = boxes.get(e.to);
		if (from && to && from !== to) lines.append(hop(e, from, to, x, rtl));
	}
	root.setAttribute('viewBox', `0 0 ${full} ${height}`);
	root.setAttribute('width', full);
	root.setAttribute('height', height);
}

function stop(root, n, rtl) {
	const to = address(n.href);
	const g = svg(to ? 'a' : 'g', { href: to || undefined, class: `stop ${n.kind}${n.last ? ' last' : ''}` });
	root.append(g);
	const frame = svg('rect', { width, rx: n.kind === 'source' ? 14 : 3 });
	g.append(frame);
	let y = padding;
	for (const [text, name] of [[n.name, 'name'], [n.meta, 'meta']]) {
		if (!text) continue;
		for (const part of broken(g, text, name)) {
			y += line;
			g.append(svg('text', { class: name, x: width / 2, y, 'text-anchor': 'middle', direction: rtl ? 'rtl' : 'ltr' }, part));
		}
	}
	const height = y + padding;
	frame.setAttribute('height', height);
	return { element: g, height };
}

// broken sets a text in lines that fit, three at most.
function broken(parent, text, name) {
	const probe = svg('text', { class: name });
	parent.append(probe);
	const fits = s => { probe.textContent = s; return probe.getComputedTextLength() <= width - 2 * padding; };
	const out = [];
	let current = '';
	for (const w of text.split(/\s+/)) {
		if (current && !fits(`${current} ${w}`)) { out.push(current); current = w; } else { current = current ? `${current} ${w}` : w; }
	}
	out.push(current);
	if (out.length > 3) { out.length = 3; out[2] += ' …'; }
	const clipped = out.map(s => {
		let t = s;
		while (t.length > 4 && !fits(t)) t = `${t.slice(0, -2).trimEnd()}…`;
		return t;
	});
	probe.remove();
	return clipped;
}

function hop(e, from, to, x, rtl) {
	const side = rtl ? -1 : 1;
	const start = { x: x(from) + (rtl ? 0 : width), y: from.y + from.height / 2 };
	const end = { x: x(to) + (rtl ? width : 0) - side * 7, y: to.y + to.height / 2 };
	const bend = (end.x - start.x) / 2;
	const href = address(e.href);
	const g = svg(href ? 'a' : 'g', { href: href || undefined, class: `hop ${e.relation ?? ''}${e.doubt ? ' doubt' : ''}` });
	g.append(svg('path', { class: 'touch', d: `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}` }));
	g.append(svg('path', { class: 'line', 'marker-end': 'url(#arrow)', d: g.firstChild.getAttribute('d') }));
	if (e.label) {
		// near its end, where the line is nearly level and every hop has a row of its own
		const at = start.y === end.y ? 0.5 : 0.68;
		g.append(svg('text', { class: 'meta', x: start.x + (end.x - start.x) * at, y: start.y + (end.y - start.y) * (at === 0.5 ? 1 : 0.92) + (end.y > start.y ? 16 : -7), 'text-anchor': 'middle' }, e.label));
	}
	return g;
}

function arrow() {
	const marker = svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 1, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: 'userSpaceOnUse', orient: 'auto' });
	marker.append(svg('path', { d: 'M0 0L8 4L0 8Z', class: 'head' }));
	const defs = svg('defs', {});
	defs.append(marker);
	return defs;
}

function svg(tag, attributes, text) {
	const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
	for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
	if (text !== undefined) element.textContent = text;
	return element;
}
