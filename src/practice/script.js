// The practice post's own script: a page like any other, and no part of the extension.
// Without it the page is whole; it adds relative times, likes and sorting, as real threads do.

/** Relative words, as Chinese sites write them; the exact time stays in the datetime attribute. */
function relativeWords(then, now) {
  const minutes = Math.floor((now - then) / 60_000)
  if (minutes < 0) return null
  if (minutes < 1) return "刚刚"
  if (minutes < 60) return `${minutes}分钟前`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}小时前`
  if (minutes < 30 * 24 * 60) return `${Math.floor(minutes / (24 * 60))}天前`
  return null
}

const now = Date.now()
for (const time of document.querySelectorAll("time[datetime]")) {
  const then = new Date(time.dateTime)
  time.title = then.toLocaleString("zh-CN")
  time.textContent = relativeWords(then.getTime(), now) ?? time.textContent
}

for (const button of document.querySelectorAll("button.like")) {
  const count = button.querySelector(".count")
  button.addEventListener("click", () => {
    const liked = button.getAttribute("aria-pressed") !== "true"
    button.setAttribute("aria-pressed", String(liked))
    count.textContent = String(Number(count.textContent) + (liked ? 1 : -1))
  })
}

const follow = document.querySelector(".follow")
follow?.addEventListener("click", () => {
  const following = follow.getAttribute("aria-pressed") !== "true"
  follow.setAttribute("aria-pressed", String(following))
  follow.textContent = following ? "已关注" : "关注"
})

const list = document.querySelector(".comments-list")
const likesOf = comment => Number(comment.querySelector(".count").textContent)
const timeOf = comment => comment.querySelector("time").dateTime
const orders = {
  time: (a, b) => timeOf(a).localeCompare(timeOf(b)),
  likes: (a, b) => likesOf(b) - likesOf(a),
}
const sortButtons = [...document.querySelectorAll("[data-sort]")]
for (const button of sortButtons) {
  button.addEventListener("click", () => {
    for (const other of sortButtons) other.setAttribute("aria-pressed", String(other === button))
    list.append(...[...list.children].sort(orders[button.dataset.sort]))
  })
}

// Nothing is sent from here, and no search is made.
for (const form of document.forms) form.addEventListener("submit", event => event.preventDefault())
