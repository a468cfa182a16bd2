// report.js marks, on the page of a report, a finding everywhere it is when one points at it: in the
// text and beside it. Who follows a link to a finding has it marked too. Without it the links work
// as links do.

const all = [...document.querySelectorAll('[data-of]')];
const byFinding = new Map();
for (const element of all) {
	for (const id of element.dataset.of.split(' ')) {
		if (!byFinding.has(id)) byFinding.set(id, []);
		byFinding.get(id).push(element);
	}
}

let marked = [];
let kept = '';

function mark(id) {
	for (const element of marked) element.classList.remove('on');
	marked = byFinding.get(id) ?? [];
	for (const element of marked) element.classList.add('on');
}

// The finding that an element stands for: of several, the last is the innermost.
function pointed(event) {
	const element = event.target instanceof Element && event.target.closest('[data-of]');
	if (!element) return kept;
	const link = element.matches('a[href^="#"]') ? decodeURIComponent(element.hash.slice(1)).replace(/^t-/, '') : '';
	return byFinding.has(link) ? link : element.dataset.of.split(' ').pop();
}

document.addEventListener('pointerover', event => mark(pointed(event)));
document.addEventListener('focusin', event => mark(pointed(event)));

// A finding in a closed place beside the text is brought to where it can be seen.
function follow() {
	kept = decodeURIComponent(location.hash.slice(1)).replace(/^t-/, '');
	mark(kept);
}
addEventListener('hashchange', follow);
follow();

// An address that asks for a span and names no other place leads to it.
if (!location.hash) document.getElementById('at')?.scrollIntoView({ block: 'center' });
