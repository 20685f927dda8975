// Boundaries of a basis, fetched once for all pictures of a visit: outlines as paths on the grid of their TopoJSON file.
const held = new Map();

function once(address, make) {
  if (!held.has(address)) {
    const wanted = fetch(address).then((answer) => { if (!answer.ok) throw new Error(address); return answer.json(); }).then(make);
    wanted.catch(() => held.delete(address));
    held.set(address, wanted);
  }
  return held.get(address);
}

// A file without a grid holds its places as they are.
const STILL = { scale: [1, 1], translate: [0, 0] };

// TopoJSON: on a grid each arc is a list of steps; a negative number names an arc walked backwards.
function unrolled(arcs) {
  return arcs.map((arc) => { let x = 0, y = 0; return arc.map(([across, up]) => [x += across, y += up]); });
}

function walked(names, arcs) {
  return names.flatMap((name, place) => {
    const points = name < 0 ? arcs[~name].slice().reverse() : arcs[name];
    return place ? points.slice(1) : points;
  });
}

const drawn = (points, close) => `M${points.map((point) => point.join(" ")).join("L")}${close ? "Z" : ""}`;

function path(shape, arcs) {
  const rings = { Polygon: [shape.arcs], MultiPolygon: shape.arcs }[shape.type];
  if (rings) return rings.flat().map((ring) => drawn(walked(ring, arcs), true)).join("");
  return (shape.type === "MultiLineString" ? shape.arcs : [shape.arcs]).map((line) => drawn(walked(line, arcs), false)).join("");
}

// Gives {transform, areas: [{unit, kind, d}], former}: provinces first, then the archipelagos.
export const boundaries = (basis) => once(`/geo/${basis}.topojson`, (topology) => {
  const arcs = topology.transform ? unrolled(topology.arcs) : topology.arcs, of = (name) => (topology.objects[name] || { geometries: [] }).geometries;
  const areas = (name, kind) => of(name).map((shape) => ({ unit: shape.properties.unit, kind, d: path(shape, arcs) }));
  return {
    transform: topology.transform || STILL,
    areas: [...areas("provinces", "province"), ...areas("islands", "islands")],
    former: of("former").map((shape) => path(shape, arcs)).join(""),
  };
});

// Gives a map from a unit to the path of its dots, each a line of no length with a round end.
export const dots = (basis) => once(`/geo/${basis}.dots.json`, (points) => {
  const found = new Map();
  for (const { unit, x, y } of points) found.set(unit, `${found.get(unit) || ""}M${x} ${y}h0`);
  return found;
});
