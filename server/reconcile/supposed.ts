/** Numbers held to be others than are printed, for as long as something is tried or once it is known. */
import type { NarrativeFigure } from '../claims/claim.ts';
import type { Cell } from '../report/model.ts';
import type { Term } from './constraint.ts';
import type { FigureValue } from './quantity.ts';

export interface Supposed {
  /** Undefined for a cell that is as printed. */
  cellTerm(cell: Cell): Term | undefined;
  /** Undefined for a figure that is as printed. */
  figureValue(figure: NarrativeFigure): FigureValue | undefined;
}
