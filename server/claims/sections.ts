/**
 * Which section of the narrative each paragraph stands in. Headings are known by their words; numbers and marks only say
 * how deep they stand, since both are often wrong (two 第二部分, a sub-section marked like a section) and some reports have
 * no parts at all.
 */
import type { HeadingLine, Paragraph, Range, SyntaxTree } from '../../grammar/syntax-tree.ts';
import type { Profile } from '../report/form.ts';
import { plainLabel, withoutOrdinal } from '../report/label.ts';
import type { SectionDefinition } from '../report/narrative.ts';
import { SectionSteps, type Standing } from './section-steps.ts';

/** Where a paragraph stands. */
export interface SectionPlace {
  /** False in 职责, 名词解释, 附件 and the like, and before the first heading: figures there are no claims. */
  readonly narrative: boolean;
  /** The section and those around it, innermost first; empty where its heading is none of the profile's. */
  readonly sections: readonly SectionDefinition[];
  /**
   * A heading that the paragraph itself holds: all of it (`一、收入决算情况说明` without mark), or what it begins with
   * (`（一）总体情况。2023年度…`).
   */
  readonly heading: Range | undefined;
}

/** For each paragraph of the tree, in its order. `steps` may know the way past some of them. */
export function sectionPlaces(
  tree: SyntaxTree,
  profile: Profile,
  steps = new SectionSteps(),
): readonly SectionPlace[] {
  const walk = new Walk(sectionTree(profile));
  const places: SectionPlace[] = [];
  let next = 0;
  for (const paragraph of tree.paragraphs) {
    for (; next <= paragraph.heading; next += 1) {
      const heading = tree.headings[next];
      if (heading) steps.past(heading, walk, () => walk.heading(heading));
    }
    places.push(steps.past(paragraph, walk, () => walk.paragraph(paragraph, tree.text)));
  }
  return places;
}

/**
 * The section that a path of headings leads to and those around it, innermost first; undefined outside the narrative.
 */
export function sectionOf(
  headings: readonly string[],
  profile: Profile,
): readonly SectionDefinition[] | undefined {
  const walk = new Walk(sectionTree(profile));
  for (const [at, title] of headings.entries()) walk.title(title, at + 1);
  const { narrative, sections } = walk.place(undefined);
  return narrative ? sections : undefined;
}

// ---- headings against the profile ---------------------------------------------------------------------------------------

interface SectionTree {
  readonly first: Headings;
  /** Those of `first` that claim nothing. */
  readonly silent: Headings;
  readonly children: ReadonlyMap<string, Headings>;
}

/** The words of the headings of sections, those that say most first. */
type Headings = readonly (Fit & { readonly words: readonly string[] })[];

const trees = new WeakMap<Profile, SectionTree>();

function sectionTree(profile: Profile): SectionTree {
  let found = trees.get(profile);
  if (!found) {
    const children = new Map<string, SectionDefinition[]>();
    const first: SectionDefinition[] = [];
    for (const section of profile.narrative) {
      if (section.parent === undefined) first.push(section);
      else children.set(section.parent, [...(children.get(section.parent) ?? []), section]);
    }
    found = {
      first: headingsOf(first),
      silent: headingsOf(first.filter(isSilent)),
      children: new Map([...children].map(([key, sections]) => [key, headingsOf(sections)])),
    };
    trees.set(profile, found);
  }
  return found;
}

interface Fit {
  readonly section: SectionDefinition;
  /** Characters of the heading that its words are. */
  readonly length: number;
}

function headingsOf(sections: readonly SectionDefinition[]): Headings {
  return sections
    .flatMap((section) =>
      section.headings.map((words) => {
        const length = words.reduce((sum, word) => sum + weight(word), 0);
        return { section, words, length };
      }),
    )
    .sort((a, b) => b.length - a.length);
}

/** Words that stand in most headings say nothing of which section it is. */
function weight(word: string): number {
  return word === '情况' || word === '决算' ? 0 : word.length;
}

function bestFit(title: string, headings: Headings): Fit | undefined {
  search: for (const heading of headings) {
    for (const word of heading.words) if (!title.includes(word)) continue search;
    return heading;
  }
  return undefined;
}

// ---- the walk -----------------------------------------------------------------------------------------------------------

const PART = /^第[一二三四五六七八九十\d]+(?:部分|章|编)/;
const FIRST = /^[一二三四五六七八九十]{1,3}[、.]/;
const SECOND = /^\([一二三四五六七八九十]{1,3}\)/;
/** 1. （1） ①: an item of a section, never a section. */
const ITEM = /^(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])/;

/** So many characters of a heading name a section also where it stands inside another one (机关运行, 政府采购). */
const PLAIN = 4;

/**
 * Whether a heading inside a section means another section of the profile: it says so plainly, or the section around it
 * gathers what that one speaks of (收入情况 within 收支总体情况; not within 一般公共预算).
 */
function mayStandIn(parent: SectionDefinition | undefined, { section, length }: Fit): boolean {
  if (!parent || length >= PLAIN) return true;
  const { subjects } = section;
  const own = new Set(parent.subjects.map((subject) => subject.name));
  return subjects.length > 0 && subjects.every((subject) => own.has(subject.name));
}

class Walk {
  readonly #tree: SectionTree;
  standing: Standing = { part: 'none', top: undefined, topLevel: 0, sub: undefined };
  /** Where the walk stood when a place was last asked for, and that place: paragraphs of a section share one. */
  #placed: Standing | undefined;
  #place: SectionPlace | undefined;

  constructor(tree: SectionTree) {
    this.#tree = tree;
  }

  heading(line: HeadingLine): undefined {
    this.title(line.title.value, line.level);
  }

  title(written: string, level: number): void {
    const title = plainLabel(written);
    if (PART.test(title)) this.#enterPart(title);
    else if (ITEM.test(title)) return;
    else if (SECOND.test(title)) this.#enterSub(withoutOrdinal(title));
    else if (FIRST.test(title)) this.#enterTop(withoutOrdinal(title), level);
    else if (this.standing.top !== undefined && level > this.standing.topLevel)
      this.#enterSub(title);
    else if (level === 1 && this.#isPartTitle(title)) this.#enterPart(title);
    else this.#enterTop(title, level);
  }

  /** A heading of the first level that names no section: a part without its number. */
  #isPartTitle(title: string): boolean {
    return (
      /决算.*(?:说明|分析)/.test(title) && (bestFit(title, this.#tree.first)?.length ?? 0) <= 4
    );
  }

  #enterPart(title: string): void {
    const silent = bestFit(title, this.#tree.silent);
    const speaks = /说明|分析/.test(title);
    const part = speaks ? 'narrative' : silent ? 'silent' : 'unknown';
    this.standing = { ...this.standing, part, top: undefined, sub: undefined };
  }

  #enterTop(title: string, level: number): void {
    const fit = bestFit(title, this.#tree.first);
    const top = fit?.section ?? 'unknown';
    this.standing = { ...this.standing, top, topLevel: level, sub: undefined };
  }

  /** A part of the section at hand, else a section that this report sets one level deeper (其他重要事项). */
  #enterSub(title: string): void {
    const { top } = this.standing;
    const parent = top === 'unknown' ? undefined : top;
    const children = parent ? this.#tree.children.get(parent.key) : undefined;
    const child = children && bestFit(title, children);
    const other = child ? undefined : bestFit(title, this.#tree.first);
    const section =
      child?.section ?? (other && mayStandIn(parent, other) ? other.section : undefined);
    this.standing = { ...this.standing, sub: section === parent ? undefined : section };
  }

  paragraph(paragraph: Paragraph, text: string): SectionPlace {
    if (this.standing.part === 'silent') return this.place(undefined);
    return this.place(this.#headingIn(paragraph, text));
  }

  /** A heading that nobody marked as one. */
  #headingIn(paragraph: Paragraph, text: string): Range | undefined {
    const start = paragraph.start;
    const until = Math.min(paragraph.end, start + LONGEST);
    if (isNoTitle(text, start, until)) return undefined;
    const source = text.slice(start, until);
    const first = titleEnd(source);
    if (first === undefined) return undefined;
    const title = plainLabel(source.slice(0, first));
    const range = { start, end: start + first };
    const whole =
      source.slice(first).replace(/[。.:：;；\s]/g, '') === '' && range.end + 3 > paragraph.end;
    if (PART.test(title)) {
      if (!whole) return undefined;
      this.#enterPart(title);
      return range;
    }
    const bare = withoutOrdinal(title);
    if (SECOND.test(title)) {
      const before = this.standing;
      this.#enterSub(bare);
      const { sub } = this.standing;
      if (sub !== undefined && sub !== before.sub && covers(bare, sub)) return range;
      this.standing = before;
      return undefined;
    }
    if (!FIRST.test(title) && (!whole || SENTENCE.test(source))) return undefined;
    const fit = bestFit(bare, this.#tree.first);
    if (!fit || !covers(bare, fit.section)) return undefined;
    this.#enterTop(bare, this.standing.topLevel);
    return range;
  }

  place(heading: Range | undefined): SectionPlace {
    if (heading) return this.#placeAt(heading);
    if (this.#placed !== this.standing) {
      this.#placed = this.standing;
      this.#place = this.#placeAt(undefined);
    }
    return this.#place as SectionPlace;
  }

  #placeAt(heading: Range | undefined): SectionPlace {
    const { top, sub } = this.standing;
    const sections: SectionDefinition[] = [];
    if (sub) sections.push(sub);
    if (typeof top === 'object' && top !== sub) sections.push(top);
    return { narrative: this.#isNarrative(sections), sections: sections.filter(speaks), heading };
  }

  #isNarrative(sections: readonly SectionDefinition[]): boolean {
    if (this.standing.part === 'silent' || sections.some(isSilent)) return false;
    if (sections.length > 0 || this.standing.part === 'narrative') return true;
    return this.standing.part === 'unknown' && this.standing.top !== undefined;
  }
}

function isSilent(section: SectionDefinition): boolean {
  return !section.claims;
}

function speaks(section: SectionDefinition): boolean {
  return section.claims;
}

/** A heading in running text is no longer than this. */
const LONGEST = 60;
const BARE_END = /[。:：;；]/;
const COMMA = 0x2c;
const WIDE_COMMA = 0xff0c;
const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const SEMICOLON = 0x3b;
const WIDE_SEMICOLON = 0xff1b;
const FULL_STOP = 0x3002;

/** What no heading without number has. */
const SENTENCE = /[无没未不为是均]|。/;

/** Whether a comma comes before the end of what could be a heading, or no end at all: so it is with nearly every paragraph. */
function isNoTitle(text: string, start: number, until: number): boolean {
  for (let at = start; at < until; at++) {
    switch (text.charCodeAt(at)) {
      case COMMA:
      case WIDE_COMMA:
        return true;
      case COLON:
      case WIDE_COLON:
      case SEMICOLON:
      case WIDE_SEMICOLON:
      case FULL_STOP:
        return false;
    }
  }
  return until - start >= LONGEST;
}

/** Where the words end that could be a heading: before a full stop or colon; undefined where figures or commas come first. */
function titleEnd(source: string): number | undefined {
  const end = source.search(BARE_END);
  const stop = end < 0 ? source.length : end;
  const title = source.slice(0, stop);
  if (
    stop === 0 ||
    title.length >= LONGEST ||
    /[,，]|\d(?!\d*年)/.test(title.replace(/\d{4}年?/g, ''))
  ) {
    return undefined;
  }
  return stop;
}

/** Words that any heading may have beside those of its section. */
const COMMON =
  /\d{4}年度?|部门|单位|情况|说明|关于|支出|收入|决算|预算|财政拨款|一般公共预算|占有|占用|使用|经费|工作|开展|总体|具体|结果|的|及|和|、|["。.:;]/g;

/** Whether the words of a section are most of what a heading says. */
function covers(title: string, section: SectionDefinition): boolean {
  let rest = title.replace(COMMON, '');
  for (const words of section.headings) for (const word of words) rest = rest.replace(word, '');
  return rest.length * 2 <= title.length && rest.length <= 6;
}
