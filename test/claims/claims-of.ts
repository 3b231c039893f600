/** Claims as short lines, to compare with what was drawn by hand. */
import type { Claim, Narrative, Operand, Place } from '../../server/claims/claim.ts';
import { readNarrative } from '../../server/claims/read-narrative.ts';
import { henan } from '../../server/forms/profiles.ts';
import type { OtherReports } from '../../server/report/model.ts';
import { reportOf, reportText } from './report.ts';

const ALONE: OtherReports = { lastYear: undefined, subordinates: [], problems: [] };

/** The invented report with these sections. */
export function narrativeOf(sections: string, others: OtherReports = ALONE) {
  const report = reportOf(`${reportText}\n# 第三部分 2023年度部门决算情况说明\n\n${sections}\n`);
  return { text: report.tree.text, narrative: readNarrative(report, henan, others) };
}

/** `= 490.60 公开02表[合计].本年收入合计` and so on, in order of place; figures as printed. */
export function claimsOf(sections: string, others: OtherReports = ALONE): string[] {
  const { text, narrative } = narrativeOf(sections, others);
  return narrative.claims.map((claim) => describe(claim, text));
}

/** Figures that were not read. */
export function unreadOf(sections: string): string[] {
  const { text, narrative } = narrativeOf(sections);
  return narrative.figures
    .filter(({ subject }) => subject === undefined)
    .map(({ start, end }) => text.slice(start, end));
}

/** Each figure with what it was read as. */
export function readingsOf(sections: string): string[] {
  const { text, narrative } = narrativeOf(sections);
  return narrative.figures.map(
    ({ start, end, subject, aspect }) =>
      `${text.slice(start, end)} ${subject ?? '?'} ${aspect ?? '?'}`,
  );
}

function describe(claim: Claim, text: string): string {
  const printed = (figure: Narrative['figures'][number]): string =>
    /^-?[\d.]+%?/.exec(text.slice(figure.start, figure.end).replace(/\s/g, ''))?.[0] ?? '';
  const at = (place: Place): string => {
    const row = place.row?.code ?? place.row?.label ?? place.code ?? '';
    const panel = place.panel.name === '' ? '' : `.${place.panel.name}`;
    return `${place.report ? '上年.' : ''}${place.table.form?.number}${panel}[${row}].${place.column.name}`;
  };
  const show = (operand: Operand | undefined): string => {
    if (!operand) return '?';
    return operand.kind === 'figure' ? printed(operand.figure) : at(operand.place);
  };
  switch (claim.kind) {
    case 'equals':
      return `${printed(claim.figure)} = ${claim.places.map(at).join(' & ')}`;
    case 'same':
      return `${printed(claim.figure)} same as ${printed(claim.other)}`;
    case 'share':
      return `${printed(claim.figure)} share ${show(claim.part)} / ${show(claim.whole)}`;
    case 'shares':
      return `${claim.figures.map(printed).join(' + ')} of ${show(claim.whole)}`;
    case 'completion':
      return `${printed(claim.figure)} completion ${show(claim.final)} / ${show(claim.budget)}`;
    case 'change':
      return `${printed(claim.figure)} ${claim.direction} ${claim.against}: ${show(claim.current)} - ${show(claim.base)}`;
    case 'rate':
      return `${printed(claim.figure)} ${claim.direction} rate ${claim.against}: ${show(claim.current)}, ${claim.change ? printed(claim.change) : '?'}, ${show(claim.base)}`;
    case 'sum':
      return `${claim.identity.id} ${show(claim.total)} ${claim.complete ? '=' : '≥'} ${claim.parts.map(show).join(' + ')}`;
    case 'bound':
      return `${show(claim.lesser)} ≤ ${show(claim.greater)}`;
    case 'level':
      return `${show(claim.left)} ${claim.relation} ${show(claim.right)}`;
    case 'completed':
      return `${printed(claim.figure)} ${claim.relation} 100%`;
    case 'direction':
      return `${claim.change} beside ${claim.rate}`;
    case 'together':
      return `${printed(claim.figure)} together with ${show(claim.amount)}`;
    case 'absence':
      return `no ${claim.subject}: ${claim.places.map(at).join(' & ')}`;
    case 'list': {
      const named = claim.items.map(({ place }) => place?.code ?? '?').join(' ');
      return `list ${named}${claim.open ? ' …' : ''} of ${claim.expected.map(({ code }) => code).join(' ')}`;
    }
  }
}
