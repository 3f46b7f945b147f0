import { useDeferredValue, useMemo } from 'react';
import { MOST } from '../../../shared/registers/cases/checks/length.ts';
import { talkMinutes } from '../../../shared/registers/cases/checks/talk.ts';
import { checkCase } from '../../../shared/registers/cases/check.ts';
import { findingsWords } from '../../../shared/registers/cases/finding.ts';
import type { CaseFinding } from '../../../shared/registers/cases/finding.ts';
import { wholeCase } from '../../../shared/registers/cases/parted.ts';
import { caseText } from '../../../shared/registers/cases/text.ts';
import { countOf } from '../../../shared/registers/count.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import { columnsOf } from '../../../shared/registers/kinds.ts';
import { EntryField } from '../EntryPane.tsx';
import { CaseFindings } from './CaseFindings.tsx';
import { errorsFirst } from './finding-words.ts';
import { selectPlace } from './select-place.ts';
import { useTyped } from './typed.ts';

const PACE = columnsOf('cases').find(({ code }) => code === 'pace');

/** What the notice and this program find in a case while it is typed. Nothing is changed. */
export function CaseChecks({ entry }: { readonly entry: Entry }) {
  const title = useDeferredValue(useTyped(entry, 'title'));
  const text = useDeferredValue(useTyped(entry, 'text'));
  const pace = paceOf(useDeferredValue(useTyped(entry, 'pace')));
  const { words, bare, findings, titleLength, lineAsTitle } = useMemo(() => {
    const { whole, titleLength } = wholeCase({ title, text });
    const { findings, ...counts } = checkCase(whole, { pace });
    const { head, title: first } = caseText(whole);
    const lineAsTitle =
      titleLength > 0 ? undefined : first && (head.length > 0 ? `“${first.text}”` : '第一行');
    return { ...counts, titleLength, lineAsTitle, findings: errorsFirst(findings) };
  }, [title, text, pace]);
  const select = ({ at }: CaseFinding) =>
    at.from < titleLength
      ? selectPlace(entry, 'title', at)
      : selectPlace(entry, 'text', { from: at.from - titleLength, to: at.to - titleLength });
  const isEmpty = text.trim() === '';
  return (
    <section className="cases-checks" aria-label="检查">
      <p>
        <strong className={words > MOST ? 'cases-error' : undefined}>
          字数 {words}/{MOST}
          {words > MOST && `，超出 ${words - MOST} 字`}
        </strong>
        <span className="ui-muted">　不计空格字符数 {bare}</span>
      </p>
      <p className="ui-muted">
        计数规则：汉字、全角标点每个算一字，连写的字母或数字算一字，标题和它上面的“案例一”“附件”、单位名称、日期、编号不计。
        {lineAsTitle !== undefined && `标题栏空着，${lineAsTitle}按标题算。`}
      </p>
      <div className="cases-talk">
        {PACE && <EntryField name="cases" entry={entry} column={PACE} />}
        <span>
          {pace === undefined
            ? '填写后估算讲解时间'
            : `讲解约 ${talkMinutes(words, pace)} 分钟（估算），要求 10 分钟之内`}
        </span>
      </div>
      <p role="status" className={isEmpty ? 'ui-muted' : undefined}>
        {isEmpty ? '还没有正文，没有检查。' : findingsWords(findings)}
      </p>
      {!isEmpty && <CaseFindings findings={findings} onSelect={select} />}
    </section>
  );
}

function paceOf(text: string): number | undefined {
  return countOf(text) || undefined;
}
