/**
 * What a token looks like, as data: words, one after the other, repeated, or only looked ahead at. A pattern means what the
 * regular expression of the same shape means (alternatives from the longest word to the shortest, as many as there are
 * first, other ways tried where what follows does not fit), but needs no compiler: a sentence is read with one dispatch on
 * each character that may begin a token, and at the start of a program nothing has to be readied.
 */
export type Pattern =
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      readonly least: number;
      readonly most: number;
    }
  /** Characters of a list, or all but those of a list. */
  | {
      readonly kind: 'run';
      readonly characters: string;
      readonly except: boolean;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly options: readonly Pattern[] }
  /** What must, or must not, follow; it is no part of the token. */
  | { readonly kind: 'ahead'; readonly pattern: Pattern; readonly not: boolean };

/** Offset behind what matches at an offset; -1 where nothing does. */
export type Match = (text: string, at: number) => number;

// ---- making patterns --------------------------------------------------------------------------------------------------

/** One of the words, the longest that fits. */
export function oneOf(...lists: readonly (readonly string[])[]): Pattern {
  return some(1, 1, ...lists);
}

/** `least` to `most` of the words, one behind the other. */
export function some(
  least: number,
  most: number,
  ...lists: readonly (readonly string[])[]
): Pattern {
  const words = lists.flat().sort((a, b) => b.length - a.length);
  return { kind: 'words', words, least, most };
}

export function maybe(...lists: readonly (readonly string[])[]): Pattern {
  return some(0, 1, ...lists);
}

export function runOf(characters: string, least: number, most: number): Pattern {
  return { kind: 'run', characters, except: false, least, most };
}

export function runWithout(characters: string, least: number, most: number): Pattern {
  return { kind: 'run', characters, except: true, least, most };
}

export function sequence(...parts: readonly (Pattern | string)[]): Pattern {
  return {
    kind: 'sequence',
    parts: parts.map((part) => (typeof part === 'string' ? oneOf([part]) : part)),
  };
}

export function either(...options: readonly Pattern[]): Pattern {
  return { kind: 'either', options };
}

export function ahead(...parts: readonly (Pattern | string)[]): Pattern {
  return { kind: 'ahead', pattern: sequence(...parts), not: false };
}

export function notAhead(...parts: readonly (Pattern | string)[]): Pattern {
  return { kind: 'ahead', pattern: sequence(...parts), not: true };
}

// ---- matching -----------------------------------------------------------------------------------------------------------

export function matcher(pattern: Pattern): Match {
  return compile(pattern, (_text, at) => at);
}

/** Matches the pattern and then `next`, which says where all of it ends. */
function compile(pattern: Pattern, next: Match): Match {
  switch (pattern.kind) {
    case 'words':
      return words(pattern.words, pattern.least, pattern.most, next);
    case 'run':
      return run(pattern, next);
    case 'sequence':
      return pattern.parts.reduceRight((rest, part) => compile(part, rest), next);
    case 'either': {
      const options = pattern.options.map((option) => compile(option, next));
      return (text, at) => {
        for (const option of options) {
          const end = option(text, at);
          if (end >= 0) return end;
        }
        return -1;
      };
    }
    case 'ahead': {
      const follows = matcher(pattern.pattern);
      const { not } = pattern;
      return (text, at) => (follows(text, at) >= 0 === not ? -1 : next(text, at));
    }
  }
}

/**
 * A small number for each character that words begin with, so that words are found by two looks into arrays. 0: no word
 * begins with it.
 */
const numberOf = new Uint16Array(0x10000);
let numbered = 0;

/** Words in the order given, by the number of their first character. */
type ByFirst = readonly (readonly string[] | undefined)[];

function byFirst(list: readonly string[]): ByFirst {
  const groups: (string[] | undefined)[] = [undefined];
  for (const word of list) {
    const code = word.charCodeAt(0);
    if (numberOf[code] === 0) numberOf[code] = ++numbered;
    const first = numberOf[code] as number;
    while (groups.length <= first) groups.push(undefined);
    const group = groups[first];
    if (group) group.push(word);
    else groups[first] = [word];
  }
  return groups;
}

function words(list: readonly string[], least: number, most: number, next: Match): Match {
  if (most === 0) return next;
  if (list.every((word) => word.length === 1)) return characters(list, least, most, next);
  const groups = byFirst(list);
  const rest = words(list, Math.max(0, least - 1), most - 1, next);
  const isOptional = least === 0;
  return (text, at) => {
    const first = numberOf[text.charCodeAt(at)] as number;
    const group = first > 0 && first < groups.length ? groups[first] : undefined;
    if (group !== undefined) {
      for (const word of group) {
        if (!stands(word, text, at)) continue;
        const end = rest(text, at + word.length);
        if (end >= 0) return end;
      }
    }
    return isOptional ? next(text, at) : -1;
  };
}

/** `startsWith` for a word whose first character is known to be there: most words have two. */
function stands(word: string, text: string, at: number): boolean {
  for (let behind = word.length - 1; behind > 0; behind--) {
    if (text.charCodeAt(at + behind) !== word.charCodeAt(behind)) return false;
  }
  return true;
}

/** Words of one character each. */
function characters(list: readonly string[], least: number, most: number, next: Match): Match {
  if (most === 0) return next;
  const codes = list.map((word) => word.charCodeAt(0));
  const rest = characters(list, Math.max(0, least - 1), most - 1, next);
  const isOptional = least === 0;
  return (text, at) => {
    if (codes.includes(text.charCodeAt(at))) {
      const end = rest(text, at + 1);
      if (end >= 0) return end;
    }
    return isOptional ? next(text, at) : -1;
  };
}

function run({ characters, except, least, most }: Pattern & { kind: 'run' }, next: Match): Match {
  return (text, at) => {
    let count = 0;
    while (
      count < most &&
      at + count < text.length &&
      characters.includes(text.charAt(at + count)) !== except
    ) {
      count += 1;
    }
    for (; count >= least; count -= 1) {
      const end = next(text, at + count);
      if (end >= 0) return end;
    }
    return -1;
  };
}

/** The characters that a match can begin with. A pattern never matches nothing, nor begins with what is only excluded. */
export function firstCharacters(pattern: Pattern): ReadonlySet<string> {
  const found = new Set<string>();
  addFirst(pattern, found);
  return found;
}

/** Whether the pattern may match nothing, so that what stands behind it may come first. */
function addFirst(pattern: Pattern, found: Set<string>): boolean {
  switch (pattern.kind) {
    case 'words':
      for (const word of pattern.words) found.add(word.charAt(0));
      return pattern.least === 0;
    case 'run':
      for (const character of pattern.except ? '' : pattern.characters) found.add(character);
      return pattern.least === 0;
    case 'sequence':
      return pattern.parts.every((part) => addFirst(part, found));
    case 'either':
      return pattern.options.map((option) => addFirst(option, found)).includes(true);
    case 'ahead':
      return true;
  }
}
