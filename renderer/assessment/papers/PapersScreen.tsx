import { useOpen } from '../../state/derived.ts';
import { OwnTemplates } from './OwnTemplates.tsx';
import { PaperList, ToUnit } from './PaperList.tsx';
import { ProfileForm, ReportForm } from './ProfileForm.tsx';
import './papers.css';

/** 文书: what the papers say of the unit, the papers, and the office's own templates. */
export function PapersScreen() {
  const { campaign } = useOpen().assessment;
  return (
    <div className="ui-page papers">
      <div className="ui-page-title">
        <h2 tabIndex={-1}>文书</h2>
        <span className="ui-muted">{campaign.title}</span>
        <ToUnit />
      </div>
      <div className="papers-columns">
        <ProfileForm />
        <div className="ui-stack">
          <PaperList />
          <OwnTemplates />
          <ReportForm />
        </div>
      </div>
    </div>
  );
}
