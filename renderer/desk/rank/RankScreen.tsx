import { useCallback, useMemo, useState } from 'react';
import { breaches, checkChoice } from '../../../shared/review/choice.ts';
import { weightsSentence } from '../../../shared/review/comprehensive.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { choicesOf, comparesEquals, isRecommending } from '../../../shared/review/recommending.ts';
import { isUndecided } from '../../../shared/review/standing.ts';
import { kindWords, lineNameIn } from '../../../shared/campaign/words.ts';
import { passLine } from '../../../shared/scoring/pass-line.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { DeskNotices } from '../DeskNotices.tsx';
import { NothingReceived } from '../NothingReceived.tsx';
import { showSource } from '../../ui/show.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { AcceptDialog } from '../accept/AcceptDialog.tsx';
import { useRanked } from '../use-ranked.ts';
import { rowHeightOf } from '../grid/CandidateControls.tsx';
import { DataGrid } from '../grid/DataGrid.tsx';
import { AdjustDialog } from './AdjustDialog.tsx';
import { ChoicePanel } from './ChoicePanel.tsx';
import { NoChoice } from './NoChoice.tsx';
import { rankColumns } from './columns.tsx';
import { tieSentence } from './words.ts';
import './rank.css';

/** 排名与择优: the order, the line in it, and the choice beside it; by a standard that is not official the order alone. */
export function RankScreen() {
  const { desk, candidates, standard } = useOpenDesk();
  const { edit, verify } = useDesk.getState();
  const [active, setActive] = useState<string>();
  const [adjusting, setAdjusting] = useState<string>();
  const [deciding, setDeciding] = useState<string>();
  const { campaign } = desk;
  const isOfficial = isRecommending(standard, campaign);
  const choices = useMemo(() => choicesOf(desk, standard), [desk, standard]);
  const ranked = useRanked();
  const problems = useMemo(() => checkChoice(desk, standard, ranked), [desk, standard, ranked]);
  const choose = useCallback(
    (key: string) =>
      void edit(
        choices.some((choice) => choice.key === key)
          ? { kind: 'unchoose', key, reason: '' }
          : { kind: 'choose', choice: { key, reason: '' } },
      ),
    [choices, edit],
  );
  const columns = useMemo(
    () =>
      rankColumns({
        isChosen: (key) => choices.some((choice) => choice.key === key),
        onChoose: choose,
        active,
        onAdjust: setAdjusting,
        onDecide: setDeciding,
        onOpen: verify,
        isOfficial,
        isProvincial: desk.level === 'province',
        act: kindWords(campaign).act,
        hasWeights: campaign.comprehensive !== undefined,
        line: lineNameIn(campaign, standard),
      }),
    [choices, choose, active, verify, isOfficial, campaign, standard, desk.level],
  );
  const banner = useCallback(
    (row: Ranked, before: Ranked | undefined) =>
      lineAbove(
        row,
        before,
        `${lineNameIn(campaign, standard)} ${showPoints(passLine(standard, campaign))} 分`,
      ),
    [campaign, standard],
  );
  const decided = ranked.find(({ candidate }) => candidate.key === deciding);
  const adjusted = ranked.find(({ candidate }) => candidate.key === adjusting);

  if (candidates.length === 0) {
    return <NothingReceived text="核验台里还没有推荐包，排不出名次。" />;
  }
  return (
    <div className="desk-screen rank">
      <DeskNotices />
      <p className="desk-sentence">
        {weightsSentence(campaign)}。{lineNameIn(campaign, standard)}{' '}
        {showPoints(passLine(standard, campaign))} 分{/* No notice has a line by any other standard. */}
        {isOfficial && campaign.passScore && `（${showSource(campaign.passScore.source)}）`}。
        {comparesEquals(campaign) && `${tieSentence(campaign, standard)}。`}
      </p>
      <div className="rank-columns">
        <DataGrid
          label="排名"
          columns={columns}
          rows={ranked}
          rowKey={keyOf}
          {...rowHeightOf(candidates)}
          empty="没有推荐包"
          active={active}
          onActive={setActive}
          isSelected={({ candidate }) => choices.some(({ key }) => key === candidate.key)}
          {...(isOfficial && { onToggle: ({ candidate }: Ranked) => choose(candidate.key) })}
          onOpen={({ candidate }) => verify(candidate.key)}
          banner={banner}
          isAmber={({ doubts }) => doubts.length > 0}
        />
        {isOfficial ? (
          <ChoicePanel
            chosen={ranked.filter(({ candidate }) => choices.some(({ key }) => key === candidate.key))}
            problems={breaches(problems)}
            reminders={problems.filter(({ severity }) => severity === 'reminder')}
            ranked={ranked}
            undecided={ranked.filter(isUndecided).length}
          />
        ) : (
          <NoChoice standard={standard} campaign={campaign} />
        )}
      </div>
      {decided && <AcceptDialog ranked={decided} onClose={() => setDeciding(undefined)} />}
      {adjusted && (
        <AdjustDialog
          ranked={adjusted}
          places={ranked.filter(({ rank }) => rank !== undefined).length}
          onClose={() => setAdjusting(undefined)}
        />
      )}
    </div>
  );
}

const keyOf = ({ candidate }: Ranked): string => candidate.key;

/** The pass line, and where the finished ones and the running end. */
function lineAbove(row: Ranked, before: Ranked | undefined, line: string): string | undefined {
  if (row.out?.reason === 'suspect') {
    return before?.out?.reason === 'suspect'
      ? undefined
      : '以下存疑，写明理由采用之前不参加排名（按“采用”决定；身份冲突的，先收到的一份暂列在上，标黄）';
  }
  if (row.out) return before?.out && before.out.reason !== 'suspect' ? undefined : '以下不参加排名';
  if (row.provisional) return before && before.provisional ? undefined : '以下未完成核验，暂按自评分排列';
  if (row.passes === false && before?.passes !== false) {
    return `—— ${line} ——`;
  }
  return undefined;
}
