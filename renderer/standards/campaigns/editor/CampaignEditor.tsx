import { App, Button } from 'antd';
import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftFinding } from '../../../../shared/campaign/draft/finding.ts';
import { finishDraft } from '../../../../shared/campaign/draft/finish.ts';
import type { CampaignKind } from '../../../../shared/campaign/schema.ts';
import { isAssessed, KIND_WORDS } from '../../../../shared/campaign/words.ts';
import { DocumentFrame } from '../../../state/document/DocumentFrame.tsx';
import { useCampaignDraft } from '../../../state/campaign-store.ts';
import { call } from '../../../ui/call/client.ts';
import { useCall } from '../../../ui/call/use-call.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { hasUnsentWords, scopeOf, useRefusedFields } from '../../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../../ui/fields/typed-text.ts';
import { usePageName } from '../../../ui/page-name.ts';
import { CommendationSection } from './commendation.tsx';
import { FindingList, goToField } from './FindingList.tsx';
import {
  ConditionsSection,
  DeadlinesSection,
  HeadSection,
  ListsSection,
  SubmissionsSection,
} from './sections.tsx';
import { NotSaved } from './NotSaved.tsx';
import { MaterialsSection, QuotaSection, WeightsSection } from './rules.tsx';
import { useDraft } from './use-draft.ts';
import '../campaigns.css';

interface SectionEntry {
  readonly id: string;
  readonly title: string;
  readonly Body: ComponentType;
  /** Absent: of every kind of campaign. */
  readonly isOf?: (kind: CampaignKind) => boolean;
}

const isOfAssessed = (kind: CampaignKind): boolean => isAssessed({ kind });

/** In the order of a notice. */
const SECTIONS: readonly SectionEntry[] = [
  { id: 'head', title: '通知', Body: HeadSection },
  { id: 'submissions', title: '报送', Body: SubmissionsSection },
  { id: 'conditions', title: '条件', Body: ConditionsSection },
  { id: 'deadlines', title: '期限', Body: DeadlinesSection },
  { id: 'quota', title: '名额', Body: QuotaSection, isOf: isOfAssessed },
  {
    ...{ id: 'commendation', title: '推荐对象和名额', Body: CommendationSection },
    isOf: (kind) => kind === 'commendation',
  },
  { id: 'materials', title: '材料', Body: MaterialsSection },
  { id: 'weights', title: '权重和同分', Body: WeightsSection, isOf: isOfAssessed },
  { id: 'lists', title: '行业、地域和说明', Body: ListsSection },
];

/** A campaign while it is made: all headings of a notice on one page, and what is still missing beside them. */
export function CampaignEditor() {
  const title = useCampaignDraft((state) => state.open?.value.title.trim() || '未命名');
  const kind = useCampaignDraft((state) => state.open?.value.kind ?? 'recommendation');
  usePageName('推荐活动', title);
  /** Titles of the others, once it was asked what is wrong. */
  const [titles, setTitles] = useState<readonly string[]>();
  const { busy, failure, finish, dismiss } = useFinishing(setTitles);
  return (
    <DocumentFrame
      store={useCampaignDraft}
      back="标准库"
      title={`${KIND_WORDS[kind].name}：${title}`}
      tools={
        <Button type="primary" loading={busy} onClick={() => void finish()}>
          保存到推荐活动
        </Button>
      }
    >
      <FailureNotice failure={failure} onClose={dismiss} />
      <NotSaved />
      <Body titles={titles} />
    </DocumentFrame>
  );
}

function Body({ titles }: { readonly titles: readonly string[] | undefined }) {
  const draft = useDraft();
  const sections = SECTIONS.filter(({ isOf }) => isOf?.(draft.kind) ?? true);
  const findings = useMemo(() => (titles ? finishDraft(draft, titles).findings : []), [titles, draft]);
  const refused = useRefusedFields(useCampaignDraft((state) => scopeOf(state.ref)));
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  return (
    <div className="campaigns-editor">
      <div className="campaigns-side">
        <nav className="campaigns-ways" aria-label="通知各部分">
          {sections.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className="ui-plain-button campaigns-way"
              onClick={() => goToSection(id)}
            >
              {title}
            </button>
          ))}
        </nav>
        <FindingList findings={findings} refused={titles ? refused : []} />
      </div>
      <div className="campaigns-sections" ref={first}>
        {sections.map(({ id, Body: Section }) => (
          <Section key={id} />
        ))}
      </div>
    </div>
  );
}

function goToFirstRefused(): void {
  const field = document.querySelector<HTMLElement>('.campaigns-sections [aria-invalid="true"]');
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

function goToSection(id: string): void {
  const heading = document.getElementById(`campaign-section-${id}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** Saves what is typed, says what is wrong, and puts the campaign into the library where nothing is. */
function useFinishing(onAsked: (titles: readonly string[]) => void) {
  const { message, modal } = App.useApp();
  const { busy, failure, run, dismiss } = useCall();
  const confirmed = (warnings: readonly DraftFinding[]) =>
    modal.confirm({
      title: '这样保存吗？',
      content: (
        <ul className="ui-notes">
          {warnings.map((each) => (
            <li key={`${each.field} ${each.message}`}>{each.message}</li>
          ))}
        </ul>
      ),
      okText: '保存',
      cancelText: '再改改',
    });
  const replaced = ({ known, differences }: { known: string; differences: readonly string[] }) =>
    modal.confirm({
      title: '推荐活动里的这一个已经改过',
      content: (
        <>
          <p>
            打开编辑之后，“{known}”又在别处保存过，与这里的不同
            {differences.length > 0 ? `：${differences.join('、')}。` : '（只是文字不同）。'}
          </p>
          <p className="ui-muted">替换后，别处保存的一份移到“已删除”文件夹。</p>
        </>
      ),
      okText: '用这里的替换',
      cancelText: '先不保存',
    });
  const finish = () =>
    run(async () => {
      flushTypedText();
      const others = await call('listCampaigns', {});
      const { ref, open } = useCampaignDraft.getState();
      if (!ref || !open) return;
      const titles = others.campaigns
        .filter(({ id }) => id !== open.value.campaignId)
        .map(({ title }) => title);
      onAsked(titles);
      if (hasUnsentWords(scopeOf(ref))) {
        message.error('有一栏写得不对，还没有保存；请改好标红的地方');
        // After they are drawn as such.
        setTimeout(goToFirstRefused);
        return;
      }
      const { campaign, findings } = finishDraft(open.value, titles);
      const error = findings.find(({ severity }) => severity === 'error');
      if (!campaign) {
        // After the list is drawn.
        if (error) setTimeout(() => goToField(error.field));
        return;
      }
      if (findings.length > 0 && !(await confirmed(findings))) return;
      await useCampaignDraft.getState().saved();
      const first = await call('finishCampaign', { id: ref.id, replaces: false });
      if (first.outcome === 'asks') {
        if (!(await replaced(first))) return;
        await call('finishCampaign', { id: ref.id, replaces: true });
      }
      useCampaignDraft.getState().forget();
      message.success(`“${campaign.title}”已保存到推荐活动`);
    });
  return { busy, failure, finish, dismiss };
}
