import { html } from "./html";

test("What is put in is escaped, in text and in attributes; HTML is not, nor is it twice", () => {
  const inner = html`<b>${"a < b & 'c'"}</b>`;
  expect(html`<p title="${'"x"'}">${inner}${[1, inner]}</p>`.text).toBe(
    '<p title="&quot;x&quot;"><b>a &lt; b &amp; &#39;c&#39;</b>1<b>a &lt; b &amp; &#39;c&#39;</b></p>',
  );
});

test("What is not there is nothing, and 0 is 0", () => {
  expect(html`${undefined}${false}${""}${[]}${0}`.text).toBe("0");
});
