/**
 * Reads JSON together with the place of each value, which `JSON.parse` does not tell, so that a fault in a
 * configuration can be pointed at. Strict JSON, as every editor understands it under this ending.
 */
import type { Range } from '../../grammar/syntax-tree.ts';

export type JsonNode = Range &
  (
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  );

export interface JsonMember {
  readonly key: string;
  /** Where the key stands, quotation marks included. */
  readonly keyRange: Range;
  readonly value: JsonNode;
}

export interface JsonFault extends Range {
  readonly code: 'value' | 'key' | 'colon' | 'comma' | 'text' | 'rest' | 'depth';
}

export type JsonReading = { readonly node: JsonNode } | { readonly fault: JsonFault };

// Configurations are three levels deep; the bound keeps hostile input off the call stack.
const MAXIMUM_DEPTH = 64;

/** Never throws. */
export function readJson(text: string): JsonReading {
  const reader = new Reader(text);
  try {
    return { node: reader.document() };
  } catch (fault) {
    if (fault instanceof Fault) return { fault: fault.fault };
    throw fault;
  }
}

/** The plain value of a node. */
export function plainValue(node: JsonNode): unknown {
  if (node.kind === 'literal') return node.value;
  if (node.kind === 'array') return node.items.map(plainValue);
  // A null prototype: a member may be called `__proto__`.
  const members: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.members) members[key] = plainValue(value);
  return members;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

class Fault extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const literal =
  /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  document(): JsonNode {
    const node = this.#value(0);
    this.#blanks();
    if (this.#at < this.#text.length) this.#fail('rest');
    return node;
  }

  #value(depth: number): JsonNode {
    if (depth > MAXIMUM_DEPTH) this.#fail('depth');
    this.#blanks();
    const start = this.#at;
    if (this.#takes('{')) return this.#object(start, depth);
    if (this.#takes('[')) return this.#array(start, depth);
    const value = this.#literal() as string | number | boolean | null;
    return { kind: 'literal', value, start, end: this.#at };
  }

  #object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    if (!this.#takes('}')) {
      do {
        this.#blanks();
        const keyStart = this.#at;
        if (this.#text[keyStart] !== '"') this.#fail('key');
        const key = this.#literal() as string;
        const keyRange = { start: keyStart, end: this.#at };
        if (!this.#takes(':')) this.#fail('colon');
        members.push({ key, keyRange, value: this.#value(depth + 1) });
      } while (this.#takes(','));
      if (!this.#takes('}')) this.#fail('comma');
    }
    return { kind: 'object', members, start, end: this.#at };
  }

  #array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    if (!this.#takes(']')) {
      do items.push(this.#value(depth + 1));
      while (this.#takes(','));
      if (!this.#takes(']')) this.#fail('comma');
    }
    return { kind: 'array', items, start, end: this.#at };
  }

  #literal(): unknown {
    literal.lastIndex = this.#at;
    const found = literal.exec(this.#text)?.[0];
    if (found === undefined) this.#fail(this.#text[this.#at] === '"' ? 'text' : 'value');
    const value = parsed(found);
    // A text may hold no line break, tab or other control character as such.
    if (value === undefined) this.#fail('text');
    this.#at += found.length;
    return value;
  }

  #takes(mark: string): boolean {
    this.#blanks();
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  #blanks(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] || '?')) this.#at++;
  }

  #fail(code: JsonFault['code']): never {
    const start = Math.min(this.#at, this.#text.length);
    throw new Fault({ code, start, end: Math.min(start + 1, this.#text.length) });
  }
}
