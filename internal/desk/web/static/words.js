// Words of the pages for the modules, and the colours of the style sheet.
//
// An element's data-words is a JSON object of strings under the keys that its module names. A word
// that is missing is left out, never replaced by one of another language.

export function wordsOf(element) {
	let words = {};
	try { words = JSON.parse(element.dataset.words || '{}'); } catch { /* the page then has none */ }
	return key => words[key] ?? '';
}

// dataOf reads what is to be drawn: from the script element of type application/json whose id is
// in data-json, or from the address of the desk that is in data-src.
export async function dataOf(element) {
	const { json, src } = element.dataset;
	if (json) return JSON.parse(document.getElementById(json).textContent);
	const response = await fetch(src, { headers: { Accept: 'application/geo+json, application/json' } });
	if (!response.ok) throw new Error(`${src}: ${response.status}`);
	return response.json();
}

// A pages' address or none: what is drawn from data never becomes a script.
export function address(href) {
	if (typeof href !== 'string' || href === '') return '';
	try {
		const url = new URL(href, location.href);
		return url.origin === location.origin ? url.pathname + url.search + url.hash : '';
	} catch { return ''; }
}

export function colours(element) {
	const style = getComputedStyle(element);
	return name => style.getPropertyValue(`--${name}`).trim();
}

// onTheme calls draw when the colours change: by day and by night, and when the page is printed.
export function onTheme(draw) {
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
	matchMedia('print').addEventListener('change', draw);
	new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

export function make(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== '') element.setAttribute(name, value);
	element.append(...children.filter(c => c !== undefined && c !== ''));
	return element;
}
