import { reservedIn, unseenWords } from '../../../../shared/review/candidate-columns.ts';
import { Alert, Button, Card, Form, Select } from 'antd';
import { lineSentence, onlyBySentences } from '../../../../shared/eligibility/verdict.ts';
import { gapsLine, gapsStateOf } from '../../../../shared/review/gaps.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { zeroes } from '../../../../shared/scoring/total.ts';
import type { ScoreReport } from '../../../../shared/scoring/types.ts';
import type { Campaign } from '../../../../shared/campaign/schema.ts';
import { lineNameIn } from '../../../../shared/campaign/words.ts';
import { byWords, ratedOf } from '../../../../shared/standard/basis.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { useOpenCandidate, useVerified } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { useVetoes, VetoList } from '../VetoList.tsx';
import { isOwed } from '../items/marks.ts';
import { LONG_TEXT } from '../../../../shared/values/long-text.ts';
import { putDraft, useDraft } from '../../../ui/fields/drafts.tsx';
import { overLength } from '../../../ui/fields/length.tsx';
import { TextInput } from '../../../ui/fields/TextInput.tsx';

/** 核验结论 and the evaluators, with what is still open said beforehand. */
export function ConclusionPart() {
  const { review, standard, assessment } = useOpenCandidate();
  const { verified, candidate } = useVerified();
  const { edit, goTo } = useReview.getState();
  const { pending, verifiedScore, report } = verified;
  const gaps = gapsLine(report.gaps, gapsStateOf(report.gaps, review));
  const owed = verified.findings.filter(isOwed);
  const vetoes = useVetoes();
  const isClean = vetoes.length === 0;
  const open = pending[0] ?? owed[0]?.item;
  const left = [
    ...(pending.length > 0 || owed.length > 0
      ? [`还有 ${pending.length} 项待核，${owed.length} 处缺理由`]
      : []),
    ...verified.findings
      .filter((finding) => finding.severity === 'block' && !isOwed(finding))
      .map(({ message }) => message),
  ];
  const unseen = unseenWords(candidate);
  const reserved = candidate.eligible ? reservedIn(candidate) : unseen === '' ? [] : [unseen];
  return (
    <div className="ui-page">
      <h2 className="verify-title">核验结论</h2>
      {!isClean && (
        <Alert type="error" showIcon title="核验发现否决事项" description={<VetoList vetoes={vetoes} />} />
      )}
      {candidate.state === 'done' && verifiedScore !== undefined ? (
        <Alert
          // Green is for a verdict that the desk's own official standard alone can give.
          type={isClean && report.passes && candidate.eligible && reserved.length === 0 ? 'success' : 'info'}
          showIcon
          title={`各项都已核验${reserved.length === 0 ? '' : `，但${reserved.join('，')}`}，${verifiedWords(standard, report, assessment.campaign)}`}
          description={[...onlyBySentences(report), ...(gaps === '' ? [] : [gaps])].join('；')}
        />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={left.join('；')}
          action={open !== undefined && <Button onClick={() => goTo('items', open)}>去核验</Button>}
        />
      )}
      <Card size="small">
        <Form component="div" layout="vertical">
          <Form.Item label="核验结论" htmlFor="conclusion">
            <TextInput
              lines={{ min: 5, max: 12 }}
              maxLength={LONG_TEXT}
              id="conclusion"
              value={review.conclusion}
              placeholder="对该单位的总体意见"
              commit={(conclusion) => edit({ kind: 'setConclusion', conclusion })}
            />
          </Form.Item>
          <Reviewers reviewers={review.reviewers} />
        </Form>
      </Card>
    </div>
  );
}

/** "按参考标准核验得分 94.31 分，基础分 … 分（已达自查参考线 90 分）", or why the total is 0. */
function verifiedWords(standard: Standard, report: ScoreReport, campaign: Campaign): string {
  const { total, base, passScore, passes, vetoes } = report;
  const scores = `${byWords(standard)}核验得分 ${showPoints(total)} 分，基础分 ${showPoints(base)} 分`;
  if (vetoes.some(zeroes)) {
    return `${scores}：${lineSentence(ratedOf(standard), { total, passScore, isZeroed: true }, campaign)}`;
  }
  return `${scores}（${passes ? '已达' : '未达'}${lineNameIn(campaign, standard)} ${showPoints(passScore)} 分）`;
}

/** As the schema counts a name. */
const NAME_LENGTH = 50;

/** Names, one by one; while one is too long, all of them stay as typed and none is saved. */
function Reviewers({ reviewers }: { readonly reviewers: readonly string[] }) {
  const [key, draft] = useDraft('reviewers');
  const typed = draft?.text.split('\n');
  const problem = typed?.map((name) => overLength(name, NAME_LENGTH)).find((each) => each !== undefined);
  const change = (all: readonly string[]): void => {
    const names = all.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '');
    const fit = names.every((name) => name.length <= NAME_LENGTH);
    putDraft(key, fit ? undefined : { text: names.join('\n'), told: true });
    if (fit) void useReview.getState().edit({ kind: 'setReviewers', reviewers: names });
  };
  return (
    <Form.Item
      label="核验人（写好一个名字按回车）"
      htmlFor="reviewers"
      validateStatus={problem === undefined ? undefined : 'error'}
      help={problem && <span role="alert">{problem}</span>}
    >
      <Select
        id="reviewers"
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={['、', '，', ',', ';', '；']}
        value={typed ?? [...reviewers]}
        onChange={change}
      />
    </Form.Item>
  );
}
