// The review: a finding accepted, corrected by selecting text, rejected, added and undone, by keys and
// by forms alone; two reviewers who disagree; nothing wrong with any of the pages.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../lib/browser.mjs';
import { start } from '../lib/desk.mjs';
import { look, looks, open } from '../lib/look.mjs';

let browser, desk, article, figure;
before(async () => {
	[browser, desk] = await Promise.all([launch(), start()]);
	// a figure of a report, by the list of what was read
	const items = JSON.parse(desk.run('search', '--ledger', desk.ledger, '--format', 'json', 'قتلى OR قتيل OR قتيلا OR جريحا')).results;
	for (const { article: id } of items) {
		const line = desk.run('review', '--ledger', desk.ledger, 'show', id).split('\n').find(l => / figures: /.test(l));
		if (line) { article = id; figure = line.split(' ')[0]; break; }
	}
	assert.ok(figure, 'the articles have a figure');
	for (let i = 0; i < 60; i++) { // the queue is made after the desk has opened
		const page = await fetch(`${desk.origin}/en/review`).then(r => r.text());
		if (page.includes('data-queue')) break;
		await new Promise(r => setTimeout(r, 500));
	}
});
after(async () => { await browser?.close(); await desk?.end(); });

const visit = async (path, options = {}) => {
	const page = await open(browser, desk.origin, options);
	await page.goto(desk.origin + path);
	return page;
};
const at = (lang, query = '') => `/${lang}/review/${article}/${figure}${query}`;
const state = page => page.locator('h1 + p').innerText();
// select selects the words of a piece of the text as a person does, from a character to another.
const select = (page, words) => page.evaluate(words => {
	const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
	const nodes = [];
	let all = '';
	for (let n = walker.nextNode(); n; n = walker.nextNode()) { nodes.push([all.length, n]); all += n.data; }
	const find = i => { const [from, node] = nodes.filter(([from]) => from <= i).pop(); return [node, i - from]; };
	const i = all.indexOf(words);
	if (i < 0) throw new Error('not in the text: ' + words);
	const range = document.createRange();
	range.setStart(...find(i));
	range.setEnd(...find(i + words.length - 1));
	range.setEnd(range.endContainer, range.endOffset + 1);
	getSelection().removeAllRanges();
	getSelection().addRange(range);
	document.querySelector('[data-text]').dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
}, words);

describe('nothing is wrong with the pages', () => {
	for (const lang of ['ar', 'en']) for (const { scheme, size } of looks) {
		test(`${lang}, ${scheme}, ${size}`, async () => {
			for (const [name, path] of [['review', `/${lang}/review`], ['review-finding', at(lang)], ['review-article', `/${lang}/review/${article}?add=figures`], ['review-agreement', `/${lang}/review/agreement`]]) {
				const page = await visit(path, { size, scheme });
				assert.deepEqual(await look(page, scheme === 'light' ? `${name}-${lang}-${size}` : undefined), [], path);
				await page.done();
			}
		});
	}
});

test('keys: accept, undo, correct by selecting text, reject', async () => {
	const page = await visit(at('en'));
	await page.keyboard.press('a');
	await page.waitForURL(/entered=/);
	await page.keyboard.press('u');
	await page.waitForURL(/said=undone/);
	assert.match(await state(page), /read by machine, not reviewed/);

	// what is selected is found in the article in code points, whatever marks stand between
	const text = await page.locator('[data-text] .mark.figure').first().innerText();
	const word = text.trim().split(/\s+/).pop();
	await page.keyboard.press('c');
	const field = page.locator('#f-span');
	const before = await field.inputValue();
	await field.focus();
	await select(page, word);
	const after = await field.inputValue();
	assert.match(after, /^\d+-\d+$/);
	assert.notEqual(after, before);
	assert.equal(Number(after.split('-')[1]) - Number(after.split('-')[0]), [...word].length);
	await page.locator('button[value="correct"]').click();
	await page.waitForURL(/entered=/);
	await page.goto(desk.origin + at('en'));
	assert.match(await state(page), /reviewed by .*R1.* corrected: words/);
	const shown = desk.run('review', '--ledger', desk.ledger, 'show', `${article}/${figure}`);
	assert.ok(shown.split('\n').some(l => l.includes('R1: ' + after + ' ' + word)), shown);
	// what the machine read still stands there
	assert.ok(shown.split('\n').some(l => l.trim().startsWith('span') && l.includes(before)), shown);
	assert.deepEqual(page.wrong, []);
	await page.done();
});

test('a second reviewer rejects it: both are shown, and undone it is as before', async () => {
	const page = await visit(at('ar', '?by=R2'));
	assert.equal(await page.locator('details:has(.list)').first().evaluate(d => d.open), false, 'what others decided is folded up until one has decided');
	await page.keyboard.press('r');
	await page.waitForURL(/entered=/);
	await page.goto(`${desk.origin}/ar/review/agreement`);
	assert.ok(await page.locator(`a[href*="${figure}"]`).count() > 0);
	assert.deepEqual(await look(page, 'review-agreement-decided-ar'), []);
	await page.goto(`${desk.origin}/en/review/agreement`);
	assert.deepEqual(await look(page, 'review-agreement-decided-en'), []);
	for (const lang of ['ar', 'en']) {
		await page.goto(desk.origin + at(lang, '?by=R2'));
		assert.deepEqual(await look(page, `review-disputed-${lang}`), []);
	}
	await page.locator('details:has(.timeline) > summary').click();
	await page.locator('[data-undo]').last().click();
	await page.waitForURL(/said=undone/);
	assert.match(await state(page), /reviewed by .*R1/);
	assert.doesNotMatch(await state(page), /R2/);
	await page.done();
});

test('with forms alone: a time that was missed, and all of a report looked at', async () => {
	const page = await visit(`/en/review/${article}?add=times`, { javaScriptEnabled: false });
	const text = (await page.locator('[data-text]').innerText()).trim().split('\n').filter(Boolean);
	const words = text.at(-1).trim().split(/\s+/).slice(-3).join(' ');
	await page.locator('#f-span').fill(words);
	await page.locator('#f-value').fill('PRESENT_REF');
	await page.locator('#f-type').selectOption('DATE');
	await page.locator('button[value="add"]').click();
	assert.match(await state(page), /added by hand/);
	assert.ok((await page.locator('[data-text] .mark.time.on').allInnerTexts()).join('').includes(words.split(' ')[0]));
	await page.goto(`${desk.origin}/en/review/${article}`);
	await page.locator('input[name="layers"][value="times"]').check();
	await page.locator('button[value="whole"]').click();
	assert.ok((await page.locator('main').innerText()).includes('all was looked at'));
	await page.done();
});

test('the queue: from one finding to the next by keys, filtered, in Arabic', async () => {
	const page = await visit('/ar/review');
	await page.keyboard.press('j');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/ar\/review\/art-/);
	const first = page.url();
	if (await page.locator('[data-key="j"]').count() > 0) {
		await page.keyboard.press('j');
		await page.waitForURL(u => u.href !== first);
		await page.keyboard.press('k');
		await page.waitForURL(first);
	}
	await page.goto(`${desk.origin}/ar/review?layer=figures`);
	assert.equal(await page.locator('#layer').inputValue(), 'figures');
	assert.deepEqual(page.wrong, []);
	await page.done();
});
