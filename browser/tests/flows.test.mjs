// What a person does at the desk, from the first file to the folder that is handed over. One desk, one
// ledger, in order: each step stands on the one before.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from '../lib/browser.mjs';
import { dragged, start } from '../lib/desk.mjs';
import { artifacts, look, open } from '../lib/look.mjs';

let browser, desk, page;
before(async () => {
	[browser, desk] = await Promise.all([launch(), start()]);
	page = await open(browser, desk.origin);
});
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
});
