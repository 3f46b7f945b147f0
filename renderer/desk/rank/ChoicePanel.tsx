import { Alert, Button } from 'antd';
import type { ChoiceProblem } from '../../../shared/review/choice-problem.ts';
import { kindWords } from '../../../shared/campaign/words.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { pendingWord, reachedOf } from '../../../shared/review/status.ts';
import { choiceWords } from '../../../shared/review/unsettled.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { LONG_TEXT } from '../../../shared/values/long-text.ts';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { showSource } from '../../ui/show.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { nameOf } from '../table/candidate-words.ts';
import { useUnsettled } from '../use-ranked.ts';
import { QuotaPanel } from './QuotaPanel.tsx';
import './rank.css';

interface Props {
  /** Best first. */
  readonly chosen: readonly Ranked[];
  readonly problems: readonly ChoiceProblem[];
  /** What deserves a look and breaks nothing. */
  readonly reminders: readonly ChoiceProblem[];
  /** All in their order, of which these were chosen. */
  readonly ranked: readonly Ranked[];
  /** Packages in doubt that nobody has decided on. */
  readonly undecided: number;
}

/** 拟推荐: what was chosen, with the reasons, and what the rules say against it. */
export function ChoicePanel({ chosen, problems, reminders, ranked, undecided }: Props) {
  const { desk } = useOpenDesk();
  const { edit, verify } = useDesk.getState();
  const { act } = kindWords(desk.campaign);
  const unsettled = useUnsettled(ranked);
  const lost = desk.choices.filter(({ key }) => !chosen.some(({ candidate }) => candidate.key === key));
  return (
    <section className="rank-choice-panel" aria-label={`拟${act}`}>
      <h2>
        拟{act} {desk.choices.length} 个
      </h2>
      <QuotaPanel reminders={reminders} />
      <Problems problems={problems} />
      {undecided > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${undecided} 份存疑的推荐包待决定`}
          description={`在左边标黄的行里按“采用”决定；决定之前不能${act}，名次也可能变化。`}
        />
      )}
      {problems.length === 0 && chosen.length > 0 && (
        <Alert
          type={unsettled.length === 0 ? 'success' : 'warning'}
          showIcon
          title={choiceWords(desk, unsettled)}
          {...(unsettled.length > 0 && { description: `${unsettled.join('；')}。` })}
        />
      )}
      {desk.choices.length === 0 && <p className="desk-sentence">在左边勾选要{act}的单位。</p>}
      {chosen.length > 0 && (
        <p className="ui-muted">选定以后，在“年度工作 › 示范点名录”里点“从核验台取结果”，登记到名录。</p>
      )}
      <ul aria-label="已选单位">
        {chosen.map(({ candidate, rank }) => {
          const { key, result, body } = candidate;
          const reason = desk.choices.find((choice) => choice.key === key)?.reason ?? '';
          const id = `choice-${key}`;
          return (
            <li key={key}>
              <div>
                <strong>{nameOf(candidate)}</strong>{' '}
                <span className="ui-muted">
                  {rank === undefined ? '不在排名内' : `第 ${rank} 名`}
                  {result !== undefined && ` · ${showPoints(result)} 分`}
                  {` · ${reachedOf(candidate)}`}
                  {pendingWord(candidate) && ` · ${pendingWord(candidate)}`}
                  {desk.level === 'province' && ` · ${body || '未定推荐单位'}`}
                </span>
              </div>
              <label htmlFor={id} className="ui-muted">
                {act}理由
                {needsReason(problems, key) && <span className="desk-wrong">（没有按名次选，必填）</span>}
              </label>
              <TextInput
                id={id}
                value={reason}
                maxLength={LONG_TEXT}
                placeholder={desk.campaign.quota ? '按名次选可以不写' : '可以不写'}
                commit={(text) => edit({ kind: 'choose', choice: { key, reason: text.trim() } })}
              />
              <Button type="link" size="small" className="ui-link-left" onClick={() => verify(key)}>
                打开核验、公示和确认
              </Button>
              <Button
                type="link"
                size="small"
                aria-label={`移出 ${nameOf(candidate)}`}
                onClick={() => void edit({ kind: 'unchoose', key, reason: '' })}
              >
                移出
              </Button>
            </li>
          );
        })}
        {lost.map(({ key }) => (
          <li key={key}>
            已不在核验台里的推荐包（{key}）
            <Button type="link" size="small" onClick={() => void edit({ kind: 'unchoose', key, reason: '' })}>
              移出
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What breaks a rule. */
function Problems({ problems }: Pick<Props, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <Alert
      type="error"
      title={`还有 ${problems.length} 处不合规定`}
      description={
        <ul className="rank-choice-problems" aria-label="不合规定之处">
          {problems.map(({ code, keys, message, source }) => (
            <li key={`${code} ${keys.join(' ')}`}>
              {message}
              {source && <span className="ui-muted">（{showSource(source)}）</span>}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function needsReason(problems: readonly ChoiceProblem[], key: string): boolean {
  return problems.some(({ code, keys }) => code === 'order' && keys.includes(key));
}
