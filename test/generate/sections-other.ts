/** Sections 六 to 十三: basic expenditure, funds, the three public expenses, and what no table prints. */
import { economicSubjects, isPersonnel } from './economic.ts';
import { concat, fill, type Prose } from './prose.ts';
import { type Author, codesOf, visitsIn } from './sections.ts';

export function basic(author: Author): Prose[] {
  const whole = author.at(5, '合计', 1);
  const sides = (['人员经费', '公用经费'] as const).flatMap((name) => {
    const amount = author.at(6, `${name}合计`, 0);
    if (amount === 0) return [];
    const names = codesOf(author.sheet, 6, 5)
      .filter((code) => isPersonnel(code) === (name === '人员经费'))
      .map((code) => economicSubjects.find((subject) => subject.code === code)?.name ?? '');
    return [
      author.say('side', { name, amount: author.money(amount, 'table'), list: names.join('、') }),
    ];
  });
  return [
    author.say('basic', { amount: author.money(whole, 'table'), sides: concat(sides, '；') }),
  ];
}

export function fund(author: Author): Prose[] {
  const final = author.at(7, '合计', 2);
  if (final === 0) return [author.say('noFund')];
  const budget = author.story.fundBudget;
  if (budget === 0) return [unbudgeted(author, '政府性基金预算财政拨款支出', final)];
  return [
    author.say('fund', {
      budget: author.money(budget, 'budget'),
      final: author.money(final, 'table'),
      rate: author.percent(final, budget, 'completion'),
      income: author.money(author.at(7, '合计', 1), 'table'),
      closing: author.money(author.at(7, '合计', 5), 'table'),
      basic: author.money(author.at(7, '合计', 3), 'table'),
      project: author.money(author.at(7, '合计', 4), 'table'),
    }),
  ];
}

export function capital(author: Author): Prose[] {
  const final = author.at(8, '合计', 0);
  if (final === 0) return [author.say('noCapital')];
  const budget = author.story.capitalBudget;
  if (budget === 0) return [unbudgeted(author, '国有资本经营预算财政拨款支出', final)];
  return [
    author.say('capital', {
      budget: author.money(budget, 'budget'),
      final: author.money(final, 'table'),
      rate: author.percent(final, budget, 'completion'),
      basic: author.money(author.at(8, '合计', 1), 'table'),
      project: author.money(author.at(8, '合计', 2), 'table'),
    }),
  ];
}

function unbudgeted(author: Author, name: string, final: number): Prose {
  return fill('{year}年度{name}年初预算为{zero}，支出决算为{final}。', {
    year: String(author.year),
    name,
    zero: author.money(0),
    final: author.money(final, 'table'),
  });
}

export function threePublic(author: Author): Prose[] {
  const { story } = author;
  const amounts = (item: string) => ({
    budget: author.money(author.at(9, item, 0), 'table'),
    final: author.money(author.at(9, item, 1), 'table'),
  });
  const all = author.at(9, '合计', 1);
  const line = (number: number, label: string): Prose => {
    const [budget, final] = [author.at(9, label, 0), author.at(9, label, 1)];
    const slots = { number: `${number}. `, name: label, ...amounts(label) };
    if (final === 0) return author.say('threeItemBare', slots);
    return author.say('threeItem', {
      ...slots,
      rate: author.percent(final, budget, 'completion'),
      share: author.percent(final, all, 'share'),
    });
  };
  const budget = author.at(9, '合计', 0);
  const head =
    budget === 0
      ? fill('{year}年度“三公”经费财政拨款支出预算为{zero}，支出决算为{zero}。', {
          year: String(author.year),
          zero: author.money(0),
        })
      : author.say('threeHead', {
          ...amounts('合计'),
          rate: author.percent(all, budget, all === 0 ? undefined : 'completion'),
        });
  const foreign = visitsIn(author, story.foreignVisits, '个', '人次');
  const hospitality = author.at(9, '公务接待费', 1);
  return [
    head,
    concat([
      line(1, '因公出国（境）费'),
      author.say('trips', visitsIn(author, story.trips, '个', '人次')),
    ]),
    concat([
      line(2, '公务用车购置及运行维护费'),
      author.say('vehiclesBought', {
        purchase: amounts('公务用车购置费').final,
        running: amounts('公务用车运行维护费').final,
        bought: author.count(story.bought, '辆'),
        kept: author.count(story.kept, '辆'),
      }),
    ]),
    concat([
      line(3, '公务接待费'),
      author.say('reception', {
        foreign: author.money(story.foreign, 'sum'),
        domestic: author.money(hospitality - story.foreign, 'sum'),
        foreignGroups: foreign.groups ?? '',
        foreignPersons: foreign.persons ?? '',
        ...visitsIn(author, story.visits, '个', '人次'),
      }),
    ]),
  ];
}

export function running(author: Author): Prose[] {
  const { story } = author;
  if (story.running === undefined) return [author.say('noRunning')];
  const known = story.lastYear.running > 0 && story.lastYear.running !== story.running;
  return [
    author.say('running', {
      // Without a rate beside it nothing in the report can prove it wrong.
      amount: author.money(story.running, known ? 'change' : undefined),
      comparison: author.comparison('', false, story.running, story.lastYear.running),
    }),
  ];
}

export function procurement(author: Author): Prose[] {
  const { goods, works, services, medium, small } = author.story.purchases;
  const all = goods + works + services;
  if (all === 0) return [author.say('noProcurement')];
  return [
    author.say('procurement', {
      total: author.money(all, 'sum'),
      goods: author.money(goods, 'sum'),
      works: author.money(works, 'sum'),
      services: author.money(services, 'sum'),
      medium: author.money(medium, 'sum'),
      small: author.money(small, 'sum'),
      mediumShare: author.percent(medium, all, medium === 0 ? undefined : 'share'),
      smallShare:
        medium === 0
          ? author.percent(0, 1, undefined)
          : author.percent(small, medium, small === 0 ? undefined : 'share'),
      smallOfAll: author.percent(small, all, small === 0 ? undefined : 'share'),
    }),
  ];
}

export function vehicles(author: Author): Prose[] {
  const { story } = author;
  const all = story.vehicles.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return [author.say('noVehicles', { zero: author.count(0, '辆') })];
  const named = story.vehicles.filter(([, count]) => count > 0 || author.listsZeros);
  // Without 其他用车 the list need not be all.
  const isWhole = named.some(([name]) => name === '其他用车');
  return [
    author.say('vehicles', {
      total: author.count(all, '辆', isWhole ? 'count-sum' : undefined),
      kinds: concat(
        named.map(([name, count]) =>
          concat([
            { text: name, figures: [] },
            author.count(count, '辆', isWhole && count > 0 ? 'count-sum' : undefined),
          ]),
        ),
        '、',
      ),
      sets: author.count(story.sets, '台（套）'),
    }),
  ];
}

export function performance(author: Author): Prose[] {
  const { story } = author;
  const [total, basicPart, project] = [0, 1, 2].map((column) => author.at(3, '合计', column));
  const [excellent, good, fair, poor] = story.grades;
  const count = excellent + good + fair + poor;
  const sentences: Prose[] = [];
  // With 经营支出 and the like the two would not make the whole.
  if (total === (basicPart ?? 0) + (project ?? 0)) {
    sentences.push(
      author.say('performance', {
        total: author.money(total ?? 0, 'sum'),
        basic: author.money(basicPart ?? 0, 'sum'),
        project: author.money(project ?? 0, 'sum'),
      }),
    );
  }
  if (count > 0) {
    const part = (number: number): Prose =>
      author.count(number, '个', number === 0 ? undefined : 'count-sum');
    sentences.push(
      author.say('grades', {
        count: author.count(count, '个', 'count-sum'),
        excellent: part(excellent),
        good: part(good),
        fair: part(fair),
        poor: part(poor),
      }),
    );
  }
  const score = `${Math.floor(story.score / 100)}.${String(story.score % 100).padStart(2, '0')}分`;
  sentences.push(
    author.say('score', {
      score: { text: score, figures: [{ start: 0, end: score.length, kind: undefined }] },
    }),
  );
  return sentences;
}
