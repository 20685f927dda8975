// The stage: one story, one slide at a time, drawn from what the server prepared. It lives beside Streamlit's own tree,
// so that a rerun, a lost connection or a restarted server leaves the last picture standing.
const HEALTH = "/_stcore/health"
const ALIVE = 1500, FRAME = 2200, LEAVE = 700, GRACE = 4000
const OWN = "mine", KEPT = "atlas.story", PLACE = "atlas.kiosk"
const SHAPES = { wide: 1.5, square: 0 }

function make(tag, name, text) {
  const made = document.createElement(tag)
  if (name) made.className = name
  if (text !== undefined) made.textContent = text
  return made
}

class Stage {
  constructor(css) {
    this.host = make("div")
    this.host.id = "atlas-stage"
    this.host.tabIndex = -1
    this.root = this.host.attachShadow({ mode: "open" })
    this.root.append(Object.assign(make("style"), { textContent: css }))
    this.room = this.root.appendChild(make("div", "room"))
    this.panels = {}
    for (const name of ["veil", "notes panel", "help panel", "typed panel", "owed panel"]) {
      const panel = this.root.appendChild(make("div", name))
      panel.hidden = true
      this.panels[name.split(" ")[0]] = panel
    }
    this.pictures = new Map()
    this.drawings = new Map()
    this.me = Math.random().toString(36).slice(2)
    this.number = 0
    this.began = Date.now()
    this.typed = ""
    this.quiet = matchMedia("(prefers-reduced-motion: reduce)")
    this.channel = new BroadcastChannel("atlas-stage")
    this.channel.onmessage = (message) => this.heard(message.data)
    this.onKey = (event) => this.key(event)
    this.onSize = () => { const shape = this.shapeNow(); if (shape !== this.shape) { this.shape = shape; this.show(this.number, true) } }
    this.onClick = (event) => { if (!this.data.presenter && !this.data.kiosk && event.button === 0) this.step(event.clientX < innerWidth / 4 ? -1 : 1) }
    window.addEventListener("keydown", this.onKey, true)
    window.addEventListener("resize", this.onSize)
    this.host.addEventListener("click", this.onClick)
    this.pulse = setInterval(() => this.beat(), ALIVE)
    document.body.append(this.host)
    this.host.focus({ preventScroll: true })
    navigator.wakeLock?.request("screen").catch(() => {})
  }

  // What Python says on each run; the same again changes nothing, the slide shown stays.
  async update(data) {
    clearTimeout(this.leaving)
    const same = this.data && this.data.story === data.story && this.data.unit === data.unit
    const language = same ? this.language : data.language
    this.data = data
    this.host.toggleAttribute("data-kiosk", Boolean(data.kiosk))
    this.host.dataset.story = data.story
    this.shape = this.shapeNow()
    if (same) return
    this.language = language
    if (!this.story) this.room.replaceChildren(make("p", "opening", this.words("opening")))
    await this.load()
    this.owe(data.kiosk ? [] : data.owed)
    this.show(Math.max(1, this.remembered() || data.slide), true)
    this.say({ hello: true })
  }

  // What the link asked for and could not be met: said once, gone before anybody speaks.
  owe(sentences) {
    this.panels.owed.textContent = sentences.join("\n")
    this.panels.owed.hidden = !sentences.length
    if (sentences.length) setTimeout(() => { this.panels.owed.hidden = true }, 8000)
  }

  words(name) { return this.data.words[this.language][name] }
  shapeNow() { return this.data?.presenter || innerWidth / innerHeight >= SHAPES.wide ? "wide" : "square" }

  async load() {
    const query = new URLSearchParams({ story: this.data.story, lang: this.language, unit: this.data.unit })
    const own = this.data.story === OWN ? { method: "POST", body: localStorage.getItem(KEPT) || "{}" } : {}
    const asked = this.language
    try {
      const reply = await fetch("/api/story.json?" + query, own)
      const story = reply.ok ? await reply.json() : { title: "", slides: [], faults: [] }
      if (asked === this.language) this.story = story
      this.connected(true)
    } catch { this.connected(false); this.story ??= { title: "", slides: [], faults: [] } }
  }

  picture(address) {
    const whole = address + "&shape=" + this.shape
    if (!this.pictures.has(whole)) {
      const asked = this.fetched(whole)
      asked.catch(() => this.pictures.delete(whole))
      this.pictures.set(whole, asked)
    }
    return this.pictures.get(whole)
  }

  // Where too many wait the server says when to come back.
  async fetched(whole, left = 6) {
    const reply = await fetch(whole)
    if (reply.ok) return reply.text()
    const wait = Number(reply.headers.get("Retry-After"))
    if (!wait || !left) throw reply.status
    await new Promise((go) => setTimeout(go, 1000 * wait))
    return this.fetched(whole, left - 1)
  }

  prepare() {
    const { slides } = this.story, at = this.number - 1
    const order = [at + 1, at - 1, ...slides.keys()].filter((index) => slides[index])
    clearTimeout(this.preparing)
    const { turn } = this
    const next = (left) => {
      const index = left.shift()
      // another slide or shape came meanwhile: its own preparation goes first
      if (index === undefined || turn !== this.turn) return
      const asked = slides[index].pictures.map((one) => this.picture(one.address).catch(() => ""))
      Promise.all(asked).then(() => { this.preparing = setTimeout(() => next(left), 30) })
    }
    next(order)
  }

  step(by) {
    const count = this.story?.slides.length || 0
    const wanted = this.number + by
    if (this.data.kiosk && count) return this.go(((wanted - 1 + count) % count) + 1)
    this.go(Math.min(Math.max(1, wanted), count))
  }

  go(number, heard = false) {
    if (!this.story?.slides.length) return
    const wanted = Math.min(Math.max(1, number), this.story.slides.length)
    if (wanted === this.number) return
    this.show(wanted)
    if (!heard) this.say()
  }

  async show(number, again = false) {
    if (!this.story) return
    const count = this.story.slides.length
    this.number = Math.min(number, count) || 1
    const slide = this.story.slides[this.number - 1]
    const turn = (this.turn = (this.turn || 0) + 1)
    const drawn = slide ? await this.drawn(slide) : this.empty()
    if (turn !== this.turn) return
    if (this.data.presenter) this.desk(drawn)
    else this.place(this.frame(), drawn, again)
    this.host.dataset.slide = String(this.number)
    this.host.dataset.language = this.language
    this.address()
    this.panels.notes.textContent = slide?.speaker || slide?.headline.map(([text]) => text).join("") || ""
    this.wait(slide)
    if (count) this.prepare()
  }

  frame() {
    let frame = this.room.querySelector(":scope > .frame")
    if (!frame) { this.room.replaceChildren(); frame = this.room.appendChild(make("div", "frame")) }
    frame.dataset.shape = this.shape
    return frame
  }

  place(frame, drawn, again) {
    const before = [...frame.children]
    frame.append(drawn.element)
    this.fit(drawn.element)
    drawn.start?.()
    const end = () => before.forEach((one) => { one.stop?.(); one.remove() })
    if (again || this.quiet.matches) return end()
    before.forEach((one) => { one.stop?.(); one.classList.add("leaving") })
    setTimeout(end, LEAVE)
  }

  // Long words: smaller steps until nothing is cut, never below what the last row can read (the style keeps the floor).
  fit(element) {
    for (const size of [1, 0.92, 0.84, 0.76, 0.68]) {
      element.style.setProperty("--fit", size)
      const over = element.scrollHeight > element.clientHeight + 1 || [...element.querySelectorAll(".rows, header, .picture")].some(
        (one) => one.scrollHeight > one.clientHeight + 2 && !one.matches(".picture")) || this.crowded(element)
      if (!over) return
    }
  }

  crowded(element) {
    const rows = element.querySelector(".rows")?.getBoundingClientRect(), foot = element.querySelector("footer").getBoundingClientRect()
    const picture = element.querySelector(".picture")?.getBoundingClientRect(), whole = element.getBoundingClientRect()
    return (rows && rows.bottom > foot.top + 1) || (picture && picture.height < whole.height * 0.5)
  }

  empty() {
    const element = make("article", "slide fault")
    element.append(this.head({ headline: [[this.words("empty"), false]], note: "" }))
    const faults = element.appendChild(make("div", "faults"))
    for (const one of this.story.faults || []) faults.append(make("p", "", one))
    element.append(make("footer"))
    return { element }
  }

  head(slide) {
    const header = make("header")
    header.append(make("p", "kicker", this.story.title))
    const title = header.appendChild(make("h1"))
    for (const [text, figure] of slide.headline) title.append(figure ? make("b", "", text) : text)
    if (slide.note) header.append(make("p", "note", slide.note))
    return header
  }

  async drawn(slide) {
    const element = make("article", "slide " + slide.kind)
    element.dataset.number = slide.number
    element.append(this.head(slide))
    let start
    if (slide.kind === "fault") {
      const faults = element.appendChild(make("div", "faults"))
      faults.append(make("p", "", this.words("fault").replace("{number}", slide.number)))
      for (const one of slide.faults) faults.append(make("p", "", one))
    } else {
      const picture = element.appendChild(make("figure", "picture"))
      picture.setAttribute("role", "img")
      picture.setAttribute("aria-label", slide.alt)
      const last = slide.pictures.length - 1
      const moving = last > 0 && !this.quiet.matches && !this.data.presenter
      await this.paint(element, picture, slide, moving ? 0 : last)
      if (moving) start = () => this.run(element, picture, slide)
    }
    const foot = element.appendChild(make("footer"))
    foot.append(make("p", "source", slide.source || ""))
    foot.append(make("span", "count", `${slide.number} / ${this.story.slides.length}`))
    if (slide.code && !this.data.presenter) foot.append(this.coded(slide.code))
    return { element, start }
  }

  coded(outline) {
    const code = make("div", "code")
    code.innerHTML = outline
    return code
  }

  async paint(element, picture, slide, index) {
    const frame = slide.pictures[index]
    let drawing = ""
    try { drawing = await this.picture(frame.address) } catch { this.connected(false) }
    const made = this.drawing(drawing)
    if (made) {
      const before = picture.querySelector("svg:not(.fading)")
      picture.prepend(made)
      if (before) { before.classList.add("fading"); setTimeout(() => before.remove(), LEAVE) }
    }
    for (const old of element.querySelectorAll(".years, .rows")) old.remove()
    if (slide.pictures.length > 1) picture.after(this.years(slide.pictures, index))
    if (frame.rows.length) picture.after(this.rows(frame.rows))
  }

  // A picture is read once and shown again: a kiosk that runs for a day reads nothing anew.
  drawing(text) {
    let made = this.drawings.get(text)
    if (made?.isConnected) made = made.cloneNode(true)
    else if (!made && text) {
      const held = make("div")
      held.innerHTML = text
      made = held.querySelector("svg")
      if (made) this.drawings.set(text, made)
    }
    made?.classList.remove("fading")
    return made
  }

  years(frames, now) {
    const list = make("ul", "years")
    frames.forEach((frame, index) => {
      if (frame.mark) list.append(make("li", "break"))
      list.append(make("li", index === now ? "now" : "", frame.label))
    })
    list.append(make("p", "", frames[now].mark || frames[now].count))
    return list
  }

  rows(rows) {
    const list = make("ol", "rows")
    let before = -1
    for (const row of rows) {
      const line = list.appendChild(make("li", (row.on ? "on " : "") + (row.index > before + 1 ? "skip" : "")))
      line.append(make("span", "", row.place ? row.place + "." : ""))
      line.append(Object.assign(make("i"), { style: `background:${row.colour}` }))
      line.append(make("strong", "", row.name), make("span", "", row.label))
      before = row.index
    }
    return list
  }

  // The picture plays through its periods once and rests on the last.
  run(element, picture, slide) {
    let index = 0
    const pace = setInterval(async () => {
      if (++index >= slide.pictures.length || !element.isConnected) return clearInterval(pace)
      await this.paint(element, picture, slide, index)
      this.fit(element)
    }, FRAME)
    element.stop = () => clearInterval(pace)
  }

  wait(slide) {
    clearTimeout(this.timer)
    if (this.data.kiosk && slide) this.timer = setTimeout(() => this.step(1), slide.seconds * 1000)
  }

  // A browser keeps something for every address it was given (5 KB measured): a screen that runs for a day notes its place
  // in the tab's own storage instead, and takes it up again when the page is reloaded.
  remembered() {
    const reloaded = performance.getEntriesByType("navigation")[0]?.type === "reload"
    const [story, unit, number] = (this.data.kiosk && reloaded && sessionStorage.getItem(PLACE) || "").split("|")
    return story === this.data.story && unit === this.data.unit ? Number(number) : 0
  }

  address() {
    const query = new URLSearchParams(location.search)
    if (this.data.kiosk) sessionStorage.setItem(PLACE, [this.data.story, this.data.unit, this.number].join("|"))
    if (this.data.kiosk && query.get("lang") === this.language) return
    query.set("slide", this.number)
    query.set("lang", this.language)
    const wanted = location.pathname + "?" + query
    if (wanted !== location.pathname + location.search) history.replaceState(history.state, "", wanted)
  }

  async speak(language, heard = false) {
    this.language = language
    await this.load()
    await this.show(this.number, true)
    if (!heard) this.say()
  }

  say(more = {}) {
    this.channel.postMessage({ from: this.me, story: this.data.story, unit: this.data.unit, number: this.number, language: this.language, black: !this.panels.veil.hidden, ...more })
  }

  async heard(message) {
    if (!this.data || message.from === this.me || message.story !== this.data.story || message.unit !== this.data.unit) return
    if (message.hello) return this.data.presenter ? undefined : this.say()
    this.panels.veil.hidden = !message.black || Boolean(this.data.presenter)
    if (message.language !== this.language) await this.speak(message.language, true)
    this.go(message.number, true)
  }

  toggle(name) { this.panels[name].hidden = !this.panels[name].hidden }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.story) return
    const away = event.composedPath()[0]
    if (away instanceof HTMLInputElement || away instanceof HTMLTextAreaElement) return
    const count = this.story.slides.length
    const acts = {
      ArrowRight: () => this.step(1), ArrowDown: () => this.step(1), PageDown: () => this.step(1), " ": () => this.step(1),
      ArrowLeft: () => this.step(-1), ArrowUp: () => this.step(-1), PageUp: () => this.step(-1), Backspace: () => this.step(-1),
      Home: () => this.go(1), End: () => this.go(count), Enter: () => this.enter(),
      f: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {}),
      b: () => { this.toggle("veil"); this.say() }, ".": () => { this.toggle("veil"); this.say() },
      l: () => this.speak(this.language === "vi" ? "en" : "vi"), n: () => this.toggle("notes"), "?": () => this.help(), h: () => this.help(),
      p: () => this.open(), r: () => this.show(this.number, true), Escape: () => this.escape(),
    }
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (/^[0-9]$/.test(name)) { this.typed = (this.typed + name).slice(-3); this.hint(this.typed) }
    else if (acts[name]) acts[name]()
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  hint(text) {
    this.panels.typed.textContent = text
    this.panels.typed.hidden = !text
    clearTimeout(this.hinting)
    this.hinting = setTimeout(() => { this.typed = ""; this.panels.typed.hidden = true }, 4000)
  }

  enter() {
    if (this.typed) { this.go(Number(this.typed)); this.typed = ""; this.hint("") } else this.step(1)
  }

  help() {
    this.panels.help.replaceChildren()
    for (const [key, text] of this.words("keys")) this.panels.help.append(make("b", "", key), make("span", "", text))
    this.toggle("help")
  }

  escape() {
    const open = Object.values(this.panels).filter((panel) => !panel.hidden)
    open.forEach((panel) => { panel.hidden = true })
    this.typed = ""
    if (open.length) return this.say()
    if (!this.data.kiosk && !this.data.presenter) location.assign(this.data.home + "&lang=" + this.language)
  }

  open() {
    const query = new URLSearchParams(location.search)
    query.set("presenter", "1")
    window.open(location.pathname + "?" + query, "atlas-presenter", "width=1280,height=760")
  }

  // The presenter's desk: this slide, the next one, the notes, the clock.
  async desk(drawn) {
    const desk = this.room.querySelector(".desk") || this.newDesk()
    const slide = this.story.slides[this.number - 1], next = this.story.slides[this.number]
    desk.querySelector(".said").textContent = slide?.speaker || "–"
    desk.querySelector(".place").textContent = `${this.number} / ${this.story.slides.length}`
    this.place(desk.querySelector(".now .frame"), drawn, true)
    const frame = desk.querySelector(".next .frame")
    if (next) this.place(frame, await this.drawn(next), true)
    else frame.replaceChildren()
  }

  newDesk() {
    this.room.replaceChildren()
    const desk = this.room.appendChild(make("div", "desk"))
    for (const name of ["now", "next"]) {
      const part = desk.appendChild(make("section", name))
      part.append(make("h2", "", this.words(name)))
      part.appendChild(make("div", "frame")).dataset.shape = "wide"
    }
    desk.append(make("div", "said"))
    const bar = desk.appendChild(make("div", "bar"))
    for (const [name, by] of [["back", -1], ["forward", 1]]) {
      const button = bar.appendChild(make("button", "", this.words(name)))
      button.onclick = () => this.step(by)
    }
    for (const name of ["place", "spent", "clock"]) {
      const part = bar.appendChild(make("div"))
      part.append(make("small", "", this.words(name)), make("span", name))
    }
    const tick = () => {
      const seconds = Math.floor((Date.now() - this.began) / 1000)
      desk.querySelector(".spent").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
      desk.querySelector(".clock").textContent = new Date().toTimeString().slice(0, 5)
    }
    tick()
    this.ticking = setInterval(tick, 1000)
    return desk
  }

  async beat() {
    try {
      const reply = await fetch(HEALTH, { cache: "no-store", signal: AbortSignal.timeout(ALIVE) })
      this.connected(reply.ok)
    } catch { this.connected(false) }
  }

  connected(up) {
    const before = this.host.dataset.connection
    this.host.dataset.connection = up ? "up" : "lost"
    if (up && before === "lost") this.recover()
  }

  // The server is back: ask again for what may have changed; the picture stands until its successor is drawn.
  async recover() {
    this.pictures.clear()
    this.drawings.clear()
    const before = JSON.stringify(this.story)
    await this.load()
    if (!before || JSON.stringify(this.story) !== before || !this.room.querySelector("svg")) this.show(this.number, true)
    else this.prepare()
  }

  leave() { this.leaving = setTimeout(() => this.end(), GRACE) }

  end() {
    for (const timer of [this.pulse, this.ticking]) clearInterval(timer)
    for (const timer of [this.timer, this.preparing, this.hinting]) clearTimeout(timer)
    window.removeEventListener("keydown", this.onKey, true)
    window.removeEventListener("resize", this.onSize)
    this.channel.close()
    this.host.remove()
    delete window.atlasStage
  }
}

export default function (component) {
  const stage = (window.atlasStage ??= new Stage(component.data.css))
  stage.update(component.data)
  // Left for another page: gone at once. Mounted anew after a restart: the same stage stays.
  return () => location.pathname.replace(/\/$/, "").endsWith("/stage") ? stage.leave() : stage.end()
}
