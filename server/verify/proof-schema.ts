/** The shape of a proof, for whoever reads one: `docs/proof.schema.json` is written from here. */

const decimal = {
  description: 'An exact decimal number.',
  type: 'string',
  pattern: '^-?[0-9]{1,60}(\\.[0-9]{1,24})?$',
};
const index = { type: 'integer', minimum: 0 };

function object(
  description: string,
  required: Readonly<Record<string, unknown>>,
  optional: Readonly<Record<string, unknown>> = {},
): object {
  return {
    description,
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

function list(items: object): object {
  return { type: 'array', items };
}

function reference(name: string): object {
  return { $ref: `#/definitions/${name}` };
}

const judged = {
  source: {
    description:
      'Why it must hold: an identity of the forms, an assertion of the report, a phrase of its text.',
    oneOf: [
      object('', {
        kind: { const: 'identity' },
        id: { type: 'string' },
        statement: { type: 'string' },
      }),
      object('', { kind: { const: 'assertion' }, place: reference('place') }),
      object('', {
        kind: { const: 'claim' },
        id: { type: 'string' },
        claim: { type: 'string' },
        place: reference('place'),
      }),
    ],
  },
  verdict: {
    description: 'Holds for the printed values; for some values inside the intervals; for none.',
    enum: ['exact', 'rounding', 'broken'],
  },
};

const lenient = {
  leniency: {
    description: 'Why the checker calls it no error though it is broken.',
    enum: ['last-place', 'coarse', 'behind-zero', 'truncated'],
  },
};

const linear = {
  kind: { const: 'linear' },
  left: list(reference('term')),
  relation: { enum: ['=', '≤', '≥', '<', '>', '≠'] },
  right: list(reference('term')),
  rounding: {
    description:
      'Which figures may take another value inside their interval. exact: none; sum: those that are not zero, and a zero that is a whole side, but of one figure against another printed as finely none; pair: none where all are printed as finely, else all; meet: all.',
    enum: ['exact', 'sum', 'pair', 'meet'],
  },
};

const constraints = [
  object(
    'Two sums.',
    { ...linear, difference: { ...decimal, description: 'Left side less right side.' }, ...judged },
    lenient,
  ),
  object(
    'The size of a percentage against the quotient of two sums.',
    {
      kind: { const: 'ratio' },
      value: index,
      relation: { enum: ['=', '≤', '≥', '≈'] },
      over: list(reference('term')),
      under: list(reference('term')),
      ...judged,
    },
    lenient,
  ),
  object(
    'All of these are zero, or none is.',
    { kind: { const: 'together' }, facts: list(index), ...judged },
    lenient,
  ),
  object(
    'Of these an even number is negative, or an odd one.',
    { kind: { const: 'signs' }, facts: list(index), odd: { type: 'boolean' }, ...judged },
    lenient,
  ),
  object(
    'One of these holds.',
    { kind: { const: 'any' }, of: list(object('Two sums.', linear)), ...judged },
    lenient,
  ),
];

export const proofSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'gouji prove',
  ...object(
    'The figures of one report, what must hold of them, what does not, and what would repair it. Figures and constraints are named by their place in their lists.',
    {
      format: { const: 'gouji-proof' },
      version: { const: 1 },
      file: { description: 'As it was given.', type: 'string' },
      digest: { description: 'SHA-256 of the text.', type: 'string', pattern: '^[0-9a-f]{64}$' },
      facts: list(reference('fact')),
      constraints: list(reference('constraint')),
      conflicts: list(reference('conflict')),
      seal: {
        description: 'SHA-256 of this object without `seal`, as JSON without blanks.',
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
      },
    },
  ),
  definitions: {
    place: object('A place in the file, lines and columns from 1, offsets in UTF-16 code units.', {
      line: { type: 'integer', minimum: 1 },
      column: { type: 'integer', minimum: 1 },
      start: index,
      end: index,
    }),
    term: object('A figure and what it is multiplied by.', {
      fact: index,
      times: { type: 'integer' },
    }),
    change: object('A figure and another value.', { fact: index, value: decimal }),
    fact: object(
      'One figure.',
      {
        kind: {
          description:
            'cell, prose: it stands in the file; blank: a cell printed empty, zero; absent: not printed, zero; implied: of a lost row, by the rows around it; other: of another report, taken as given.',
          enum: ['cell', 'prose', 'blank', 'absent', 'implied', 'other'],
        },
        unit: { type: 'string' },
        exponent: {
          description: 'Power of ten of the unit.',
          type: 'integer',
          minimum: -3,
          maximum: 8,
        },
        value: { ...decimal, description: 'In 元, as a ratio, as a count.' },
        half: {
          ...decimal,
          description: 'Half a unit of its last place; 0 where it was never rounded.',
        },
        what: { description: 'What it is the value of.', type: 'string' },
      },
      {
        place: reference('place'),
        coarse: {
          ...decimal,
          description: 'Half a unit of the last place that is printed, where zeros were dropped.',
        },
        text: { description: 'Its digits as printed.', type: 'string' },
        unitPlace: reference('place'),
        report: { description: 'Name of the other report.', type: 'string' },
      },
    ),
    constraint: { oneOf: constraints },
    conflict: object('What one finding of error level comes to.', {
      rule: { type: 'string' },
      place: reference('place'),
      message: { type: 'string' },
      sets: list(
        object('Constraints that cannot all hold, and without any one of them can.', {
          members: list(
            object(
              'One of them.',
              {
                constraint: index,
                multiplier: {
                  ...decimal,
                  description: 'Multiplied so and added up they contradict themselves.',
                },
              },
              {
                without: {
                  description: 'Values with which the others hold.',
                  ...list(reference('change')),
                },
              },
            ),
          ),
        }),
      ),
      explanations: list(
        object('A repair that mends all of them and breaks nothing.', {
          title: { type: 'string' },
          changes: list(reference('change')),
        }),
      ),
    }),
  },
};
