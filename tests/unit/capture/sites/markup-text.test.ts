import { expect, test } from "vitest"
import { markupText } from "../../../../src/capture/sites/markup-text.ts"
import { growth, MOST_GROWTH } from "../../growth.ts"

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
  ["a name with a mark of markup in it", '看<img alt="a>b" src=x>图', "看a>b图"],
  ["a name whose quotation marks do not end", '看<img alt="怒 src=x>图', '看"怒图'],
  ["less than before a picture", 'a<b 且 <img alt="[怒]"> c', "a<b 且 [怒] c"],
  ["comments, and one without an end", "一<!-- 二 > -->三<!-- 四", "一三<!-- 四"],
  ["two pictures, the first without a name", '<IMG src="a"><img ALT=怒>', "怒"],
  ["less than, as words", "3 < 5 且 a<b", "3 < 5 且 a<b"],
])("the words of markup with %s are %j: %j", (_what, html, words) => {
  expect(markupText(html)).toBe(words)
})

test.each(["<!--", "<img ", "<img alt=", "<img alt='", '<img alt="">', "<a ", "<", "&", "<br ", "</p", " "])(
  "markup of nothing but %j is gone over once",
  part => {
    // 200,000 letters and more.
    expect(growth(n => markupText(`x${part.repeat(n)}y`), 50_000 / part.length)).toBeLessThan(MOST_GROWTH)
  },
)
