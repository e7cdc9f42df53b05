import { expect, test } from "vitest"
import { markupText } from "../../../../src/capture/sites/markup-text.ts"

test.each([
  ["line breaks and paragraphs", "<p>一</p><p>二<br/>三</p>", "一\n二\n三"],
  ["a heading and a quotation", "<h2>题</h2><blockquote>引</blockquote>后", "题\n引\n后"],
  ["emoji by their names", "好<img class=icon alt='[怒]' src=x>", "好[怒]"],
  ["a picture without a name", "看<img style='width: 1rem' src='https://h5.example/a.png'>图", "看图"],
  ["the characters that markup needs", "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27;", "a <b> & \"c\" 'd'"],
  ["quotation marks and dashes", "&ldquo;过期&rdquo;&mdash;&mdash;&hellip;&yen;12&times;3", "“过期”——…¥12×3"],
  ["letters with marks", "caf&eacute; &Uuml;ber &frac12;", "café Über ½"],
  ["a name that is none", "A&B; &nosuchname; &amp;lt;", "A&B; &nosuchname; &lt;"],
  ["a number that is no character", "x&#0;&#x110000;y", "x&#0;&#x110000;y"],
  ["less than, as words", "3 < 5 且 a<b", "3 < 5 且 a<b"],
])("the words of markup with %s are %j: %j", (_what, html, words) => {
  expect(markupText(html)).toBe(words)
})
