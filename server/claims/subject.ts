/**
 * Subjects that sentences name, and what reading asks of the index that resolves them. `subject-index.ts` answers these
 * questions for one report; `read-narrative.ts` asks them.
 */

import type { Table } from '../report/model.ts';
import type { CodedSubjects, SectionDefinition, SubjectDefinition } from '../report/narrative.ts';
import type { Place } from './claim.ts';
import type { NameSlip } from './near-names.ts';

/** Something a phrase names: a subject of the profile's vocabulary, or a coded row (类, 款, 项) of a form. */
export interface Candidate {
  /**
   * One name for one thing in the whole report, whatever words and whichever section name it: the definition's name, or
   * code and name of the coded subject (`2080505 机关事业单位基本养老保险缴费支出`); without a known code the path as written.
   */
  readonly name: string;
  readonly measure: SubjectDefinition['measure'];
  /** Undefined for a coded subject. */
  readonly definition: SubjectDefinition | undefined;
  /** Undefined for a subject of the vocabulary. */
  readonly coded: CodedRow | undefined;
  /** Where the tables give its value; a place without row is a zero that the report leaves out. Empty: no table does. */
  readonly final: readonly Place[];
  /** Where the tables give its budget. */
  readonly budget: readonly Place[];
}

export interface CodedRow {
  readonly subjects: CodedSubjects;
  /** Undefined where neither the form nor the subject tables know the name. */
  readonly code: string | undefined;
  readonly level: '类' | '款' | '项';
}

/** Where a phrase stands: what decides between candidates. */
export interface Scope {
  /** The section's definition and those around it, innermost first; empty outside the narrative. */
  readonly sections: readonly SectionDefinition[];
  /** What is being spoken of: subjects of the item or sentence around, innermost first. */
  readonly within: readonly Candidate[];
  /** Unit of the figure that the phrase stands by (万元, 个, 人次, 辆, 分, %); undefined where it stands by none. */
  readonly unit: string | undefined;
}

/** 一般公共服务支出（类）档案事务（款）行政运行（项）: the names without their marks; a part not written is undefined. */
export interface SubjectPath {
  readonly class: string | undefined;
  readonly group: string | undefined;
  readonly item: string | undefined;
}

/** A name that words stand for with a slip in them. */
export interface NearName {
  readonly code: string;
  readonly right: string;
  readonly slip: NameSlip;
  readonly printed: boolean;
  readonly table: Table;
}

export interface NearItem extends NearName {
  readonly place: Place;
}

export interface SubjectIndex {
  /**
   * What the words may name in this scope. Words come width-folded, without blanks and quotation marks, 为 and the figure
   * cut off, aspect words (年初预算, 支出决算) still on; years are cut off in front, 我部门 and the like are not. Only the whole of the
   * words counts (never the tail of a longer phrase), since reading does not guess. Several candidates mean that the scope
   * does not decide; none, that the words name nothing known.
   */
  resolve(words: string, scope: Scope): readonly Candidate[];
  /**
   * The coded row that a path names among the section's coded subjects. A path whose names are right and whose code the
   * form does not print gives a candidate with places without row (its value is zero).
   */
  resolvePath(path: SubjectPath, scope: Scope): readonly Candidate[];
  /** A subject by its canonical name, as identities call it. */
  named(name: string): Candidate | undefined;
  /** Where last year's report gives the final figure of the subject; empty without that report. */
  lastYear(candidate: Candidate): readonly Place[];
  /** The rows that a list after 主要包括 may name where this is what it consists of (公开06表: 款 of its classes). */
  listed(candidate: Candidate): readonly Place[];
  /** The one of those rows that an item of the list names: 维修（护）费. */
  listItem(words: string, candidate: Candidate): Place | undefined;
  /** The one of those rows that an item which names none nearly names; `taken` are codes that other items name. */
  nearListItem(
    words: string,
    candidate: Candidate,
    taken: ReadonlySet<string>,
  ): NearItem | undefined;
  /** How a part of a path differs from the name that the path's subject has at its level. */
  slip(candidate: Candidate, level: '类' | '款' | '项', words: string): NearName | undefined;
}
