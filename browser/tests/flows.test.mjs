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
		// what was added is looked through behind the page: it is there within seconds
		const story = page.getByRole('link', { name: /مشفى عندان/ });
		for (let i = 0; i < 30; i++) {
			await go('/ar/');
			if (await story.count() > 0) break;
			await page.waitForTimeout(1000);
		}
		await story.first().click();
		await page.waitForURL(/\/ar\/story\//);
		await shot('story');
		assert.match(await page.locator('main').innerText(), /عندان/);
		await clean();
	});

	test('its chain is opened, and the evidence of a hop', async () => {
		await go('/ar/');
		await page.getByRole('link', { name: 'قتلى بانفجار في سرمين' }).first().click();
		await page.waitForURL(/\/ar\/story\//);
		await page.locator('main a[href*="/chain/art-"]:visible').first().click();
		await page.waitForURL(/\/ar\/chain\//);
		await page.locator('.chain svg').waitFor();
		await shot('chain');
		await clean();
		const chain = page.url();
		const hop = page.locator('.chain a.hop').first();
		await hop.focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/ar\/(report|evidence|compare)\//);
		await clean();
		await page.goto(chain);
		await page.locator('.chain svg').waitFor();
		await page.locator('#hops > summary').click();
		await page.locator('#hops a[href*="/evidence/"]').first().click();
		await page.waitForURL(/\/ar\/evidence\//);
		await shot('evidence');
		assert.match(await page.locator('main').innerText(), /\b[0-9a-f]{64}\b/);
		await clean();
	});

	test('two reports are compared', async () => {
		await go('/ar/');
		await page.getByRole('link', { name: 'قتلى بانفجار في سرمين' }).first().click();
		await page.waitForURL(/\/ar\/story\//);
		await page.locator('main a[href*="/compare/"]').first().click();
		await page.waitForURL(/\/ar\/compare\//);
		assert.equal(await page.locator('.columns > section').count(), 2);
		assert.ok(await page.locator('.columns').locator('ins, del, .passage').count() > 0);
		await shot('compare');
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

	test('a case is built and handed over as a folder', async () => {
		await go('/ar/search?q=' + encodeURIComponent('سرمين'));
		await page.locator('main a[href*="/report/"]').first().click();
		await page.waitForURL(/\/ar\/report\//);
		const report = page.url();
		await page.locator('a.addtocase').first().click();
		await page.waitForURL(/\/cases\/add/);
		await clean();
		await page.locator('main #name').fill('انفجار سرمين');
		await page.locator('main #comment').fill('أول ما نُشر');
		await page.locator('main form button').last().click();
		await page.waitForURL(url => !/\/cases\/add/.test(url.href));
		// a claim of it too, into the same case
		await page.goto(report);
		await page.locator('aside a.addtocase').first().click();
		await page.waitForURL(/\/cases\/add/);
		await page.locator('main #case').selectOption({ label: 'انفجار سرمين' });
		await page.locator('main form button').last().click();
		await go('/ar/cases');
		await page.getByRole('link', { name: 'انفجار سرمين' }).click();
		await page.waitForURL(/\/ar\/case\//);
		assert.equal(await page.locator('.case-items > li').count(), 2);
		assert.equal(await page.locator('.case-items .badge').count() >= 2, true);
		await shot('case');
		await clean();
		const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.locator('form[action$="/export"] button').click()]);
		assert.match(download.suggestedFilename(), /\.zip$/);
		const folder = readFileSync(await download.path());
		assert.equal(folder.subarray(0, 2).toString(), 'PK');
		assert.match(folder.toString('latin1'), /\.pdf/);
		assert.match(folder.toString('latin1'), /manifest/);
		await download.saveAs(`${artifacts}flow-case.zip`);
	});

	test('the language is switched and switched back, on the same page', async () => {
		await go('/ar/');
		await page.getByRole('link', { name: 'قتلى بانفجار في سرمين' }).first().click();
		await page.waitForURL(/\/ar\/story\//);
		const path = new URL(page.url()).pathname;
		await page.getByRole('link', { name: 'English' }).click();
		await page.waitForURL(desk.origin + path.replace('/ar/', '/en/'));
		assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['en', 'ltr']);
		await clean();
		await page.getByRole('link', { name: 'العربية' }).click();
		await page.waitForURL(desk.origin + path);
		assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
	});

	test('Arabic is searched for: words, and a number in words', async () => {
		await go('/ar/');
		await page.locator('header input[name="q"]').fill('مشفى عندان');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/ar\/search\?/);
		assert.match(await page.locator('main').innerText(), /قصف يصيب مشفى في عندان/);
		await shot('search');
		await clean();
		for (const view of ['table', 'map']) {
			await page.locator(`main a[href*="view=${view}"]`).first().click();
			await page.waitForURL(new RegExp(`view=${view}`));
			await clean();
			await shot(`search-${view}`);
		}
		await page.locator('header input[name="q"]').fill('اثنا عشر قتيلا في سرمين');
		await page.keyboard.press('Enter');
		await page.waitForURL(/q=/);
		await page.locator('main').getByText('سرمين').first().waitFor();
		await shot('number');
		await clean();
	});
});
