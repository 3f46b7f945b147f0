import type { ReactNode } from 'react';
import { kindWords } from '../../../shared/campaign/words.ts';
import { type Campaign, type Deadline, NAMING_LEVEL_LABELS } from '../../../shared/campaign/schema.ts';
import { TIMING_LABELS, timingOf, timingSentence } from '../../../shared/eligibility/deadline.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { Source } from '../../../shared/standard/schema.ts';
import { showSource } from '../../ui/show.ts';
import { useAssessment } from '../../state/assessment-store.ts';

interface Term {
  key: string;
  title: string;
  content: ReactNode;
  source?: Source;
}

/** What the campaign asks for, each line with its source. */
export function CampaignTerms({ campaign }: { campaign: Campaign }) {
  const today = useAssessment((state) => state.today);
  return (
    <>
      <table className="ui-terms">
        <tbody>
          {termsOf(campaign, today).map(({ key, title, content, source }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>
                {content}
                {source && <div className="ui-muted">{showSource(source)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {campaign.notes.length > 0 && (
        <ul className="ui-muted ui-notes">
          {campaign.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function termsOf(campaign: Campaign, today: string): Term[] {
  const { issuer, passScore, naming, deadlines, quota } = campaign;
  const terms: (Term | false | undefined)[] = [
    issuer !== '' && { key: 'issuer', title: '发文单位', content: issuer },
    passScore && {
      key: 'score',
      title: kindWords(campaign).line,
      content: `${showPoints(passScore.points)} 分以上（含 ${showPoints(passScore.points)} 分）`,
      source: passScore.source,
    },
    naming && {
      key: 'naming',
      title: '命名条件',
      content: `已命名为${naming.levels.map((level) => NAMING_LEVEL_LABELS[level]).join('或')}`,
      source: naming.source,
    },
    ...deadlines.map((deadline) => ({
      key: deadline.code,
      title: deadline.by === 'unit' ? '单位报送期限' : '推荐单位上报期限',
      content: <DeadlineText deadline={deadline} today={today} />,
      source: deadline.source,
    })),
    quota && {
      key: 'quota',
      title: '推荐名额',
      content:
        `每个地方或部门共 ${quota.perBody} 个` +
        (quota.distinct === 'industryOrRegion' ? '，须属不同行业或不同地域' : '') +
        (quota.total === undefined ? '' : `；全省原则上不超过 ${quota.total} 个`),
      source: quota.source,
    },
  ];
  return terms.filter((term) => term !== false && term !== undefined);
}

function DeadlineText({ deadline, today }: { deadline: Deadline; today: string }) {
  const timing = timingOf(deadline, today);
  return (
    <>
      {deadline.words === '' ? deadline.date : `“${deadline.words}”`}
      {timing === 'inTime' ? (
        <div>是否包括当天，通知没有写明，请提前报送</div>
      ) : (
        <div>
          <strong>{TIMING_LABELS[timing]}</strong>：{timingSentence(deadline, timing)}
        </div>
      )}
      <div>{deadline.label}</div>
    </>
  );
}
