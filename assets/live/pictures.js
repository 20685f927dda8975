// The pictures on screen and where their content comes from: fetched by link, kept a while, at a choice before the page follows.
const MOST = 60, PATIENCE = 400, STALE = 3000;
const kept = new Map(Object.entries(window.atlasEarly || {})); // asked for by the page itself (server/early.py)
for (const [address, wanted] of kept) wanted.catch(() => kept.delete(address));
const screens = new Set();
let expected = null; // the link that a choice leads to, until the page says it too

function keep(address, wanted) {
  kept.delete(address);
  kept.set(address, wanted);
  if (kept.size > MOST) kept.delete(kept.keys().next().value);
  return wanted;
}

// Gives a picture's content; null where the page draws none there. Asked again after a failure.
export function picture(address) {
  const held = kept.get(address);
  if (held) return keep(address, held);
  const wanted = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(address);
    return answer.status === 200 ? answer.json() : null;
  });
  wanted.catch(() => kept.delete(address));
  return keep(address, wanted);
}

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
const waited = (time) => new Promise((done) => setTimeout(done, time));

const link = (key, value) => `&choose=${encodeURIComponent(`${key}:${value}`)}`;

// Asks for what a choice would lead to, while the visitor still looks at it.
export function prepare(key, value) {
  for (const one of screens) if (one.address) picture(one.address + link(key, value)).catch(() => {});
}

// Draws what a choice leads to on every picture of the page, then has the page follow.
export async function choose(key, value, follow) {
  const drawn = Promise.all([...screens].map((one) => one.ahead(link(key, value)).catch(() => {})));
  await Promise.race([drawn.then(painted), waited(PATIENCE)]);
  follow();
}

// One picture on screen: what the page told of it last, and what is drawn.
export class Screen {
  constructor(drawing, missed) {
    this.drawing = drawing; this.missed = missed;
    screens.add(this);
  }

  // A run of the page that was on its way when the visitor chose anew does not take the choice back.
  tell(told, pick) {
    this.told = told; this.pick = pick;
    if (told.content) return this.draw(told.content, "");
    if (expected && told.at === expected.at) expected = null;
    if (expected && performance.now() < expected.until) {
      setTimeout(() => { if (this.told === told) this.tell(told, pick); }, STALE);
      return undefined;
    }
    return this.show(told.from, told.at);
  }

  async show(from, at) {
    if (this.address === from + at) { this.drawing.pick = this.pick; return; }
    this.address = from + at; this.from = from; this.at = at;
    const address = this.address;
    let content = await picture(address).catch(() => waited(1500).then(() => picture(address)).catch(() => undefined));
    if (this.address !== address) return;
    if (content) return this.draw(content, address);
    this.address = ""; this.missed(content === undefined ? this.told.lost : "");
  }

  async ahead(choice) {
    if (!this.address) return;
    const before = this.address, content = await picture(before + choice);
    if (!content || this.address !== before) return;
    expected = { at: content.at, until: performance.now() + STALE };
    this.at = content.at; this.address = this.from + content.at;
    keep(this.address, Promise.resolve(content));
    await this.draw(content, this.address);
  }

  async draw(content, address) {
    this.address = address;
    this.missed("");
    await this.drawing.draw({ ...content, height: this.told.height }, this.pick);
  }

  end() { screens.delete(this); this.drawing.end(); }
}
