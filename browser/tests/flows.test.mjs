// What a person does at the desk, from the first file to the folder that is handed over. One desk, one
// ledger, in order: each step stands on the one before.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launch } from '../lib/browser.mjs';
import { dragged, start } from '../lib/desk.mjs';
import { artifacts, look, open } from '../lib/look.mjs';

let browser, desk, page;
before(async () => {
	[browser, desk] = await Promise.all([launch(), start()]);
	page = await open(browser, desk.origin);
});
beforeEach(() => { page.wrong.length = 0; });
after(async () => {
	await browser?.close();
	await desk?.end();
});

const go = async path => {
	const response = await page.goto(desk.origin + path);
	assert.equal(response.status(), 200, path);
};
const shot = name => page.screenshot({ path: `${artifacts}flow-${name}.png`, fullPage: true });
const clean = async () => { assert.deepEqual(await look(page), []); };

// drop lets files fall on an element, as a browser does when they are dragged from a folder.
async function drop(selector, files) {
	const data = await page.evaluateHandle(contents => {
		const data = new DataTransfer();
		for (const { name, text } of contents) data.items.add(new File([text], name, { type: 'text/html' }));
		return data;
	}, files.map(f => ({ name: basename(f), text: readFileSync(f, 'utf8') })));
	for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(selector, type, { dataTransfer: data });
}

describe('flows', () => {
	test('ten articles are added by dragging', async () => {
		assert.equal(dragged.length, 10);
		await go('/ar/sources');
		await drop('main', dragged);
		await page.locator('[data-jobs] li').first().waitFor({ timeout: 30_000 });
		await page.waitForFunction(() => document.querySelector('[data-jobs] li') && !document.querySelector('[data-jobs] [data-active]'), null, { timeout: 90_000 });
		await shot('added');
		assert.match(await page.locator('[data-jobs] li').first().innerText(), /10|عشر/);
		await clean();
		assert.match(desk.run('status', '--ledger', desk.ledger), /\b20\b/);
	});

	test('a story of them is found', async () => {
		await go('/ar/');
		await page.getByRole('link', { name: /مشفى عندان/ }).first().click();
		await page.waitForURL(/\/ar\/story\//);
		await shot('story');
		assert.match(await page.locator('main').innerText(), /عندان/);
		await clean();
	});

	test('a span is corrected by selecting text, and the correction is taken back', async () => {
		await go('/ar/review?layer=figures');
		await page.locator('[data-queue] a').first().click();
		await page.locator('article.text .mark.on').first().waitFor();
		const finding = page.url();
		const input = page.locator('[data-correct] input[data-place]').first();
		const read = await input.inputValue();
		await page.keyboard.press('c');
		assert.equal(await page.locator('details[data-correct]').getAttribute('open'), '');
		await input.focus();
		// from the right edge of the words to before their last one
		const words = page.locator('article.text .mark.on').first();
		await words.scrollIntoViewIfNeeded();
		const { x, y, width, height } = await words.boundingBox();
		await page.mouse.move(x + width - 1, y + height / 2);
		await page.mouse.down();
		await page.mouse.move(x + width * 0.45, y + height / 2, { steps: 8 });
		await page.mouse.up();
		const taken = await input.inputValue();
		assert.match(taken, /^\d+-\d+$/);
		assert.notEqual(taken, read);
		await shot('correcting');
		await page.locator('details[data-correct] button[value="correct"]').click();
		await page.locator('.note.ok').waitFor();
		await clean();
		const undo = page.url();
		await page.goto(finding);
		assert.match(await page.locator('main').innerText(), /R1/);
		assert.equal(await page.locator('main .badge.reviewed').count() > 0, true);
		await shot('corrected');
		await clean();
		await page.goto(undo);
		await page.keyboard.press('u');
		await page.waitForURL(url => url.href !== undo);
		await page.goto(finding);
		assert.equal(await page.locator('main .badge.reviewed').count(), 0);
		assert.equal(await page.locator('[data-correct] input[data-place]').first().inputValue(), read);
		assert.match(desk.run('verify', '--ledger', desk.ledger), /./);
	});
});
