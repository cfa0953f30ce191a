import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderHtml } from "@palette-profiles/review";
import { source as axe } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "./browser";
import { HOSTILE, hostileReview, largeReview, platformReview } from "./reviews";

jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), "palette-review-html-"));
const file = (name: string, text: string) => {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, text);
  return { path, url: pathToFileURL(path).href };
};
const platform = file("platform", renderHtml(platformReview()));

let browser: Browser;
let usual: Page | undefined;
/** What pages said on the console, threw, or asked for. */
let told: string[] = [];
let requests: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => {
  // Whatever a test is about: no page says anything, or asks for anything but itself.
  const others = requests.filter((url) => !url.startsWith(pathToFileURL(folder).href) && url !== "data:,");
  const heard = told;
  [told, requests] = [[], []];
  expect([...heard, ...others]).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(5_000);
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  return page;
}

/** Opens a file in a page of its own where that needs options, else in the one that all share: a review keeps nothing. */
async function open(url: string, options?: BrowserContextOptions): Promise<Page> {
  usual ??= await newPage();
  const page = options === undefined ? usual : await newPage(options);
  await page.goto(url);
  return page;
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const shown = (page: Page) => page.locator("#shown").textContent();
const focused = (page: Page) => page.locator(":focus").textContent();

describe("the page of a review", () => {
  test("opens from disk, tells the verdict, and holds risks, changes, drift and notes", async () => {
    const page = await open(platform.url);
    expect(await page.title()).toMatch(/^Palette review: 7 profiles: /);
    expect(await page.locator("main h2").allTextContents()).toEqual([
      expect.stringMatching(/^Risks/),
      "Changes",
      "Changed in Palette since the last apply",
      "Notes",
      expect.stringMatching(/^Unchanged/),
    ]);
    expect(await page.locator("main").textContent()).not.toContain("hunter2");
  });

  test("is searched from the keyboard alone: / to search, Enter to the first line found, Esc to see all again", async () => {
    const page = await open(platform.url);
    const all = await shown(page);
    await press(page, "/");
    await page.keyboard.type("Argo-CD replicas");
    await page.locator("#shown", { hasText: /^1 of / }).waitFor();
    expect(await page.locator("tbody tr:not(.head):visible").count()).toBe(1);
    await press(page, "Enter");
    expect(await focused(page)).toMatch(/charts\.argo-cd\.server\.replicas12$/);
    await press(page, "Escape");
    expect(await shown(page)).toBe(all);
  });

  test("says where nothing is found, and offers to clear", async () => {
    const page = await open(platform.url);
    await press(page, "/");
    await page.keyboard.type("no such thing");
    await page.locator("#clear").click();
    expect(await page.locator("#nothing").isVisible()).toBe(false);
    expect(await page.locator("#query").inputValue()).toBe("");
  });

  test("is gone through by j and k, by n and p from group to group, by r from risk to risk", async () => {
    const page = await open(platform.url);
    await press(page, "r");
    expect(await focused(page)).toContain("Kubernetes goes from 1.28.4 to 1.30.1");
    await press(page, "n");
    expect(await focused(page)).toContain("platform-infra");
    await press(page, "j", "j");
    expect(await focused(page)).toMatch(/^tag/);
    await press(page, "ArrowUp");
    const outline = await page
      .locator(":focus")
      .evaluate((row) => Object(globalThis).getComputedStyle(row).outlineStyle);
    expect(outline).toBe("solid");
    expect(await focused(page)).toContain("the layer");
    await press(page, "n", "p", "o");
    expect(await page.locator("details.part").first().getAttribute("open")).toBeNull();
    await press(page, "j");
    expect(await page.locator("details.part").first().getAttribute("open")).toBe("");
  });

  test("is filtered by risk, impact and stack with Tab and Space", async () => {
    const page = await open(platform.url);
    const pick = async (name: string) => {
      const box = page.getByRole("checkbox", { name });
      await box.focus();
      await press(page, "Space");
    };
    await pick("high 3");
    expect(await shown(page)).toMatch(/, 3 of 9 risks$/);
    expect(await page.locator("details.part:visible h3").allTextContents()).toEqual(["staging: platform-infra 1.4.0"]);
    await pick("high 3");
    await pick("destroy 1");
    expect(await page.locator("details.part:visible h3").allTextContents()).toEqual(["edge: legacy-monitoring 0.9.0"]);
    await press(page, "Escape");
    await pick("staging 3");
    expect(await page.locator("details.part:visible h3").allTextContents()).not.toContain("edge: observability 1.0.0");
  });

  test("leads from a risk to the change that it is about, and back, also where that is folded", async () => {
    const page = await open(platform.url);
    await press(page, "e");
    expect(await page.locator("details.part[open]").count()).toBe(0);
    await page.getByRole("link", { name: "kubernetes > tag" }).click();
    await page.locator("tr:focus").waitFor();
    expect(await focused(page)).toMatch(/^tag/);
    await page.locator("tr:focus a.risk").click();
    await page.locator("li:focus").waitFor();
    expect(await focused(page)).toContain("Kubernetes goes from");
  });

  test("stands side by side or inline, and tells which", async () => {
    const page = await open(platform.url);
    const cells = page.locator("tr", { hasText: "charts.argo-cd.server.replicas" }).locator("td");
    const tops = async () => (await Promise.all([0, 1].map((at) => cells.nth(at).boundingBox()))).map((box) => box!.y);
    const [before, after] = await tops();
    expect(after).toBe(before);
    await press(page, "s");
    const [above, below] = await tops();
    expect(below).toBeGreaterThan(above!);
    expect(await page.locator("#view").getAttribute("aria-pressed")).toBe("false");
  });

  test("goes from the system's colours to light and dark and keeps no memory of it", async () => {
    const page = await open(platform.url, { colorScheme: "dark" });
    const paper = () =>
      page.locator("body").evaluate((body) => Object(globalThis).getComputedStyle(body).backgroundColor);
    const dark = await paper();
    await press(page, "t");
    expect(await paper()).not.toBe(dark);
    await press(page, "t");
    expect(await paper()).toBe(dark);
  });

  test("explains its keys, and lets go of single ones for those who speak to their computer", async () => {
    const page = await open(platform.url);
    await press(page, "?");
    expect(await page.locator("#help").isVisible()).toBe(true);
    await page.getByLabel("Single keys are on").uncheck();
    await press(page, "Escape", "s");
    expect(await page.locator("html").getAttribute("data-view")).toBe("side");
  });

  test("reads without its script: nothing is hidden, and groups fold", async () => {
    const page = await open(platform.url, { javaScriptEnabled: false });
    expect(await page.locator("#controls").isVisible()).toBe(false);
    expect(await page.getByText("charts.argo-cd.server.replicas").isVisible()).toBe(true);
    await page.locator("summary", { hasText: "The same in 3 profiles" }).click();
    expect(await page.getByText("charts.argo-cd.server.replicas").isVisible()).toBe(false);
  });

  test("prints what is folded too", async () => {
    const page = await open(platform.url);
    await press(page, "e");
    expect(await page.getByText("charts.argo-cd.server.replicas").isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("charts.argo-cd.server.replicas").isVisible()).toBe(true);
    expect(await page.locator("#controls").isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  test("fits a narrow screen without scrolling sideways", async () => {
    const page = await open(platform.url, { viewport: { width: 390, height: 800 } });
    const width = await page.locator("html").evaluate((root) => root.scrollWidth);
    expect(width).toBe(390);
  });

  test.each(["light", "dark"] as const)(
    "has no fault that axe finds, in %s, side by side, inline, narrow, and in its help",
    async (colorScheme) => {
      const page = await open(platform.url, { colorScheme, bypassCSP: true });
      await page.evaluate(axe);
      const faults = async () => {
        const { violations } = (await page.evaluate("axe.run()")) as {
          violations: { id: string; nodes: { html: string }[] }[];
        };
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      };
      expect(await faults()).toEqual([]);
      await press(page, "s");
      await page.setViewportSize({ width: 390, height: 800 });
      await page.getByRole("checkbox", { name: "medium 6" }).focus();
      await press(page, "Space", "?");
      expect(await faults()).toEqual([]);
    },
  );
});

test("50 profiles of 8 layers with 10 changes each open in under a second and 2 MB, and are searched at once", async () => {
  const large = file("large", renderHtml(largeReview(50, 8, 10)));
  expect(statSync(large.path).size).toBeLessThan(2_000_000);
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    await open("about:blank");
    const begun = performance.now();
    await usual!.goto(large.url, { waitUntil: "domcontentloaded" });
    await press(usual!, "/");
    await usual!.locator("#query:focus").waitFor();
    times.push(performance.now() - begun);
  }
  expect(Math.min(...times)).toBeLessThan(1000);
  const begun = performance.now();
  await usual!.keyboard.insertText("profile-49 layer-7 part9");
  await usual!.locator("#shown", { hasText: "1 of 4000 lines in 1 of 50 groups" }).waitFor();
  expect(performance.now() - begun).toBeLessThan(1000);
});

test("hostile names, paths and values are text and nothing more", async () => {
  const page = await open(file("hostile", renderHtml(hostileReview(), { title: HOSTILE })).url);
  await press(page, "/");
  await page.keyboard.insertText("onerror");
  await press(page, "Enter", "e", "e");
  expect(await page.evaluate("globalThis.owned")).toBeUndefined();
  expect(await page.locator("img, iframe, object, link:not([rel=icon]), script:not(:last-of-type)").count()).toBe(0);
  expect(await page.locator("h1").textContent()).toContain("</script></style></title>");
  expect(await page.locator("main").textContent()).toContain('<img src=x onerror="globalThis.owned=1">');
});
