/** Time zones: what the clock on the wall shows at an instant, and the instant at which it shows that. */

const day = 86_400_000;

/** Offsets of one zone: milliseconds to add to UTC, found once per year. */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Per UTC year: `[from, offset]` in order of time. */
  readonly years: Map<number, readonly (readonly [number, number])[]>;
}

const zones = new Map<string, Zone>();

/** Is that the name of a time zone? */
export function isZone(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function zoneNamed(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      era: 'short',
    });
    zone = { format, years: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

/** Asks Intl, which is slow: only `transitions` does. */
function askedOffset(zone: Zone, epoch: number): number {
  const part: Record<string, string> = {};
  for (const { type, value } of zone.format.formatToParts(epoch)) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const local = utcOf(
    year,
    Number(part['month']),
    Number(part['day']),
    Number(part['hour']),
    Number(part['minute']),
    Number(part['second']),
  );
  return local - Math.floor(epoch / 1000) * 1000;
}

/** The milliseconds of a wall clock time as if it were UTC; years below 100 are those years. */
export function utcOf(year: number, month: number, dayOfMonth: number, hour = 0, minute = 0, second = 0): number {
  const date = new Date(Date.UTC(2000, month - 1, dayOfMonth, hour, minute, second));
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return date.getTime();
}

/** The changes of a zone's offset in a UTC year. Weekly samples: no zone changes twice within a week. */
function transitions(zone: Zone, year: number): readonly (readonly [number, number])[] {
  const known = zone.years.get(year);
  if (known) return known;
  const start = utcOf(year, 1, 1);
  const end = utcOf(year + 1, 1, 1);
  const found: [number, number][] = [[start, askedOffset(zone, start)]];
  for (let from = start; from < end; from += 7 * day) {
    const to = Math.min(from + 7 * day, end - 1000);
    const before = found.at(-1)?.[1] ?? 0;
    const after = askedOffset(zone, to);
    if (before === after) continue;
    let low = from;
    let high = to;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (askedOffset(zone, middle) === before) low = middle;
      else high = middle;
    }
    found.push([high, after]);
  }
  zone.years.set(year, found);
  return found;
}

/** The offset of a zone at an instant, in milliseconds east of UTC. */
export function offsetAt(timeZone: string, epoch: number): number {
  const zone = zoneNamed(timeZone);
  const changes = transitions(zone, new Date(epoch).getUTCFullYear());
  let offset = changes[0]?.[1] ?? 0;
  for (const [from, next] of changes) {
    if (epoch < from) break;
    offset = next;
  }
  return offset;
}

/** What the clock on the wall shows at an instant: milliseconds as if it were UTC. */
export function localOf(timeZone: string, epoch: number): number {
  return epoch + offsetAt(timeZone, epoch);
}

/**
 * The instant at which the clock on the wall shows that. A time that is skipped in spring becomes as much later;
 * of a time that comes twice in autumn it is the first.
 */
export function epochOf(timeZone: string, local: number): number {
  const earlier = offsetAt(timeZone, local - day);
  const later = offsetAt(timeZone, local + day);
  const first = local - earlier;
  if (earlier === later) {
    // The usual case; a zone that changed and changed back within two days is none there is.
    return first;
  }
  if (localOf(timeZone, first) === local) return first;
  const second = local - later;
  if (localOf(timeZone, second) === local) return second;
  return first;
}

/** Days from 1899-12-30 to 1970-01-01: a serial number's distance to the epoch. */
const epochSerial = 25_569;

/** The serial number of an instant in a zone. */
export function serialOf(timeZone: string, epoch: number): number {
  return localOf(timeZone, epoch) / day + epochSerial;
}

/** The instant of a serial number in a zone, to the millisecond. */
export function epochOfSerial(timeZone: string, serial: number): number {
  return epochOf(timeZone, Math.round((serial - epochSerial) * day));
}

/** The serial number of a calendar day. */
export function serialOfDay(year: number, month: number, dayOfMonth: number): number {
  return utcOf(year, month, dayOfMonth) / day + epochSerial;
}
