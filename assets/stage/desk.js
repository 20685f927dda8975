// The visitor's own story: kept in this browser, put in order, edited, played, written to a file and read again.
const KEPT = "atlas.story"
const FIELDS = ["headline", "note", "speaker"]

function make(tag, name, text, more = {}) {
  const made = document.createElement(tag)
  if (name) made.className = name
  if (text !== undefined) made.textContent = text
  return Object.assign(made, more)
}

const quoted = (cell) => /[",\n\r]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell
// A spreadsheet takes a cell that begins with one of these for a formula.
const safe = (cell) => /^[=+\-@\t\r]/.test(cell) ? "'" + cell : cell

class Desk {
  constructor(room) { this.room = room; this.checked = { slides: [], faults: [] }; this.open = new Set() }

  get story() { try { return JSON.parse(localStorage.getItem(KEPT)) || {} } catch { return {} } }
  get rows() { return this.story.rows || [] }

  keep(rows) {
    localStorage.setItem(KEPT, JSON.stringify({ ...this.story, rows }))
    this.draw()
  }

  csv() {
    const lines = this.rows.map((row, index) => this.data.columns.map((name) => quoted(safe(String(name === "order" ? index + 1 : row[name] ?? "")))).join(","))
    return [this.data.columns.join(","), ...lines].join("\n") + "\n"
  }

  async check() {
    clearTimeout(this.asking)
    this.asking = setTimeout(async () => {
      if (!this.rows.length) return
      try {
        const query = new URLSearchParams({ story: "mine", lang: this.data.language, unit: "" })
        this.checked = await (await fetch("/api/story.json?" + query, { method: "POST", body: JSON.stringify(this.story) })).json()
        this.marks()
      } catch { /* the server is away: the story itself is safe here */ }
    }, 300)
  }

  marks() {
    const cards = this.room.querySelectorAll(".card")
    this.checked.slides?.forEach((slide, index) => {
      const card = cards[index]
      if (!card) return
      card.querySelector(".faults").textContent = slide.faults.join(" ")
      card.querySelector("strong").textContent = slide.headline.map(([text]) => text).join("")
      const picture = slide.pictures.at(-1)
      const image = card.querySelector("img")
      if (picture && !image.src.endsWith(picture.address)) image.src = picture.address
      image.hidden = !picture
    })
  }

  // faults of a file that was opened stay until the next one
  say(lines) {
    const place = this.room.querySelector(".said")
    place.replaceChildren(...lines.map((line) => make("p", "", line)))
  }

  async read(file) {
    if (!file) return
    const query = new URLSearchParams({ story: "mine", lang: this.data.language, unit: "" })
    try {
      const reply = await fetch("/api/story.json?" + query, { method: "POST", body: file, headers: { "Content-Type": "text/csv" } })
      const found = await reply.json()
      if (!reply.ok) return this.say([this.data.words.unreadable])
      if (found.rows.length) this.keep(found.rows)
      const faults = [...found.faults, ...found.slides.flatMap((slide) => slide.faults)]
      this.say(faults.length ? faults : [this.data.words.opened.replace("{count}", found.rows.length)])
    } catch { this.say([this.data.words.away]) }
  }

  move(from, to) {
    const rows = this.rows
    if (to < 0 || to >= rows.length) return
    rows.splice(to, 0, ...rows.splice(from, 1))
    this.keep(rows)
  }

  button(text, act, name = "") { return make("button", name, text, { type: "button", onclick: act }) }

  card(row, index) {
    const { words } = this.data
    const card = make("li", "card", undefined, { draggable: true })
    card.ondragstart = (event) => { this.dragged = index; event.dataTransfer.effectAllowed = "move" }
    card.ondragover = (event) => event.preventDefault()
    card.ondrop = (event) => { event.preventDefault(); this.move(this.dragged, index) }
    const head = card.appendChild(make("div", "head"))
    head.append(make("span", "number", index + 1), make("img", "", undefined, { alt: "", hidden: true, loading: "lazy" }))
    head.append(make("strong", "", row[`headline_${this.data.language}`] || row.link))
    head.append(this.button("↑", () => this.move(index, index - 1)), this.button("↓", () => this.move(index, index + 1)))
    head.append(this.button(words.remove, () => this.keep(this.rows.filter((_, place) => place !== index))))
    head.querySelectorAll("button")[0].ariaLabel = words.up
    head.querySelectorAll("button")[1].ariaLabel = words.down
    card.append(make("p", "faults"))
    const more = card.appendChild(make("details"))
    more.open = this.open.has(row.link + index)
    more.ontoggle = () => more.open ? this.open.add(row.link + index) : this.open.delete(row.link + index)
    more.append(make("summary", "", words.edit))
    for (const field of FIELDS) for (const language of ["vi", "en"]) more.append(this.field(index, `${field}_${language}`, field === "headline" ? "input" : "textarea"))
    more.append(this.field(index, "seconds", "input"), this.field(index, "link", "input"))
    return card
  }

  field(index, name, tag) {
    const label = make("label", "", this.data.words[name])
    const input = label.appendChild(make(tag, "", undefined, { value: this.rows[index][name] ?? "" }))
    input.oninput = () => {
      const rows = this.rows
      rows[index][name] = input.value
      localStorage.setItem(KEPT, JSON.stringify({ ...this.story, rows }))
      this.check()
    }
    return label
  }

  bar() {
    const { words } = this.data, bar = make("div", "bar"), none = !this.rows.length
    const play = bar.appendChild(make("a", "main", words.play, { href: this.data.stage }))
    play.toggleAttribute("hidden", none)
    const file = make("input", "", undefined, { type: "file", accept: ".csv,text/csv", hidden: true, onchange: () => { this.read(file.files[0]); file.value = "" } })
    bar.append(this.button(words.download, () => this.save(new Blob(["\ufeff", this.csv()], { type: "text/csv" }), this.data.file + ".csv")), this.button(words.open, () => file.click()), file)
    bar.append(this.button(this.data.handout, (event) => this.handout(this.data.kind, event.target)))
    bar.append(this.button(words.clear, () => { if (confirm(words.sure)) this.keep([]) }))
    bar.querySelectorAll("button").forEach((one) => { if (none && one.textContent !== words.open) one.hidden = true })
    return bar
  }

  save(blob, name) {
    const link = make("a", "", undefined, { href: URL.createObjectURL(blob), download: name })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10000)
  }

  async handout(kind, button) {
    button.disabled = true
    try {
      const query = new URLSearchParams({ story: "mine", lang: this.data.language, unit: "" })
      const reply = await fetch(`/api/story.${kind}?` + query, { method: "POST", body: JSON.stringify(this.story) })
      if (reply.headers.has("retry-after")) this.say([(await reply.json()).error])
      else if (!reply.ok) throw reply.status
      else this.save(await reply.blob(), `${this.data.file}.${kind}`)
    } catch { this.say([this.data.words.away]) }
    button.disabled = false
  }

  draw() {
    const said = this.room.querySelector(".said") || make("div", "said")
    const list = make("ol", "cards")
    this.rows.forEach((row, index) => list.append(this.card(row, index)))
    if (!this.rows.length) list.append(make("li", "none", this.data.words.none))
    this.room.replaceChildren(this.bar(), said, list)
    this.marks()
    this.check()
  }
}

const desks = new WeakMap()

export default function ({ data, parentElement }) {
  const room = parentElement.querySelector(".room")
  let desk = desks.get(parentElement)
  const first = !desk
  if (first) desks.set(parentElement, (desk = new Desk(room)))
  const changed = JSON.stringify(desk.data) !== JSON.stringify(data)
  desk.data = data
  if (changed) desk.draw()
  if (first) {
    desk.heard = (event) => { if (event.key === KEPT) desk.draw() }
    window.addEventListener("storage", desk.heard)
  }
  return () => { window.removeEventListener("storage", desk.heard); desks.delete(parentElement) }
}
