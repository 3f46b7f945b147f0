import { Alert, App, Checkbox, Form, Modal, Select } from 'antd';
import { useCallback, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { FigureFrom } from '../../../shared/assessment/profile.ts';
import {
  type Offer,
  standingOf,
  type Standing,
  unsupportedFigures,
  withFigures,
  withoutFigures,
} from '../../../shared/registers/put-figures.ts';
import { ruleWords } from '../../../shared/registers/report-figures.ts';
import { rowsWords } from '../../../shared/registers/year-rows.ts';
import { byWords } from '../../../shared/standard/basis.ts';
import { LONG_TEXT } from '../../../shared/values/long-text.ts';
import { useOpen } from '../../state/derived.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer } from '../../ui/call/use-call.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { flushTypedText } from '../../ui/fields/typed-text.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { changeProfile, profileNow } from './change-profile.ts';

type Ledger = CallOutput<'yearFigures'>['ledgers'][number];

/** A sentence of a ledger, with what stands in the 数据 of it. */
interface Line extends Offer {
  readonly rule: string;
  readonly standing: Standing;
  /** Taken unless the user says otherwise. */
  readonly usual: boolean;
}

const listYears = async () => (await call('listYears', {})).years.filter(({ problem }) => !problem);

/** Sentences for the 数据, from the registers of a year that the user names; each with how it was counted. */
export function FillFigures({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { message } = App.useApp();
  const { assessment, standard } = useOpen();
  const { value: years, failure: unlisted } = useAnswer(listYears);
  const [chosenId, setChosenId] = useState<string>();
  const { name } = assessment.unit;
  const id = chosenId ?? (years?.find(({ unit }) => unit === name) ?? years?.[0])?.id;
  const ask = useCallback(
    () => (id === undefined ? Promise.resolve(undefined) : call('yearFigures', { id })),
    [id],
  );
  const { value: found, failure: unread } = useAnswer(ask);
  const [ticks, setTicks] = useState<Ticks>({});
  const tick: OnTick = (key, is) => setTicks({ ...ticks, [key]: is });
  const lines = (found?.ledgers ?? []).flatMap((ledger) => linesOf(ledger, found?.title ?? ''));
  const chosen = lines.filter((line) => isOpen(line) && (ticks[line.key] ?? isUsual(line)));
  const unsupported = found && id !== undefined ? unsupportedFigures(profileNow(), id, lines) : [];
  const gone = unsupported.filter(({ figure }) => ticks[figure] ?? true);
  const filled = (at: string) => withFigures(withoutFigures(profileNow(), gone), chosen, at);
  const over = filled('').figures.length - LONG_TEXT;
  const fill = async () => {
    flushTypedText();
    if (!found) return;
    const replaced = chosen.filter(({ standing }) => standing.is === 'older').length;
    if (!(await changeProfile(filled(found.at)))) return;
    const done = countWords({ 新加: chosen.length - replaced, 替换: replaced, 去掉: gone.length });
    message.success(`${chosen.length > 0 ? '已填入' : '已改'}“数据”：${done}`);
    onClose();
  };
  return (
    <Modal
      open
      title="从年度工作填数据"
      width={820}
      centered
      okText={countWords({ 填入: chosen.length, 去掉: gone.length }) || '填入'}
      okButtonProps={{ disabled: chosen.length + gone.length === 0 || over > 0 }}
      onOk={() => void fill()}
      onCancel={onClose}
    >
      <FailureNotice failure={unread ?? unlisted} />
      <Form layout="vertical">
        <Form.Item label="哪一份年度工作" htmlFor="figures-year">
          <Select
            id="figures-year"
            value={id}
            placeholder={years?.length === 0 ? '还没有年度工作，请先在首页的“年度工作”里新建' : '请选择'}
            options={(years ?? []).map(({ id: value, title }) => ({ value, label: title }))}
            onChange={setChosenId}
          />
        </Form.Item>
      </Form>
      {found && found.unit !== name && (
        <Alert
          type="warning"
          showIcon
          title={`单位名称不同：年度工作是“${found.unit}”，自评是“${name || '未录入单位名称'}”，请确认没有选错。`}
        />
      )}
      <Unsupported {...{ unsupported, ticks }} onTick={tick} />
      {found && <Ledgers {...{ found, ticks }} onTick={tick} />}
      {found && lines.length > 0 && (
        <p className="ui-muted">
          勾选的句子加在“数据”末尾，一句一行；已经写的不动。
          {byWords(standard) !== '' && `自评${byWords(standard)}，`}
          这些数字来自台账，不是得分。
        </p>
      )}
      {over > 0 && (
        <p className="ui-field-problem" role="alert">
          填入后“数据”会超过 {LONG_TEXT} 字，多 {over} 字；请少选几句，或者先删减“数据”。
        </p>
      )}
    </Modal>
  );
}

function linesOf(ledger: Ledger, title: string): Line[] {
  return ledger.figures.map((figure) => {
    const { key, sentence, usual = true } = figure;
    const rule = ruleWords(figure);
    const offer = { key, sentence, trace: `年度工作“${title}”，${rowsWords(ledger)}。${rule}` };
    return { ...offer, rule, standing: standingOf(profileNow(), offer), usual };
  });
}

/** Whether there is something to choose. */
function isOpen({ standing }: Line): boolean {
  return standing.is !== 'there';
}

/** Chosen without a word of the user: what is new, or has other numbers by now. */
function isUsual({ standing, usual }: Line): boolean {
  return standing.is === 'older' || (standing.is === 'new' && usual);
}

/** "新加1句，替换2句"; '' for none. */
function countWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .flatMap(([what, count]) => (count > 0 ? [`${what}${count}句`] : []))
    .join('，');
}

type Ticks = Readonly<Record<string, boolean>>;
type OnTick = (key: string, is: boolean) => void;

interface UnsupportedProps {
  readonly unsupported: readonly FigureFrom[];
  readonly ticks: Ticks;
  readonly onTick: OnTick;
}

/** What was put in before, and the ledgers do not say any more. */
function Unsupported({ unsupported, ticks, onTick }: UnsupportedProps) {
  if (unsupported.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`“数据”里有${unsupported.length}句是以前由这份年度工作填入的，现在的台账得不出：`}
      description={
        <>
          {unsupported.map(({ figure, text }) => (
            <div key={figure}>
              <Checkbox
                checked={ticks[figure] ?? true}
                onChange={({ target }) => onTick(figure, target.checked)}
              >
                去掉：{text}
              </Checkbox>
            </div>
          ))}
          台账里对应的行已经删掉或者改了。勾选的从“数据”里去掉；不勾选的照旧留着，请核实。
        </>
      }
    />
  );
}

interface LedgersProps {
  readonly found: CallOutput<'yearFigures'>;
  readonly ticks: Ticks;
  readonly onTick: OnTick;
}

function Ledgers({ found: { ledgers, title }, ticks, onTick }: LedgersProps) {
  if (ledgers.length === 0) return <EmptyState text="这份年度工作的台账还没有登记，没有可以填的数字。" />;
  return (
    <div className="papers-figures">
      {ledgers.map((ledger) => (
        <section key={ledger.register} aria-label={ledger.label}>
          <h4>{ledger.label}</h4>
          <div className="ui-muted">{rowsWords(ledger)}。</div>
          {linesOf(ledger, title).map((line) => (
            <div key={line.key}>
              <Checkbox
                checked={!isOpen(line) || (ticks[line.key] ?? isUsual(line))}
                disabled={!isOpen(line)}
                onChange={({ target }) => onTick(line.key, target.checked)}
              >
                {line.sentence}
              </Checkbox>
              <div className="papers-figures-rule ui-muted">{line.rule}</div>
              <StandingLine standing={line.standing} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function StandingLine({ standing }: Pick<Line, 'standing'>) {
  if (standing.is === 'new') return null;
  return (
    <div className="papers-figures-rule papers-empty">
      {standing.is === 'there' && '“数据”里已经有这一句。'}
      {standing.is === 'older' && `数字有变化，替换上次填入的这一句：${standing.line}`}
      {standing.is === 'touched' && '上次填入的这一句已被改动或者删掉，不会动它；勾选则在末尾另加一句。'}
    </div>
  );
}
