import {Card} from 'antd';
import {useTranslation} from 'react-i18next';
import {Link, useParams} from 'react-router';
import {type Fact, FactList} from '@/shared/order/FactList';
import {Notice} from '@/shared/plain/Notice';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import styles from './carrier.module.css';
import {HopPane} from './TracePane';
import {hopAt, useTrace} from './trace';

/** A hop outside the system: asked on paper, and its answer entered by the police in its place. */
export function PaperHop() {
  const {t} = useTranslation('carrier');
  const {trace: id = '', hop: number = ''} = useParams();
  const query = useTrace(id);
  const trace = query.data;
  if (!trace) {
    return query.isPending ? <Waiting /> : <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />;
  }
  const hop = hopAt(trace, Number(number));
  if (!hop?.outside) return <Notice type="info" title={t('paperHop.notOutside')} />;
  const rows: Fact[] = [
    [t('paperHop.who'), hop.outside.name],
    [t('paperHop.contact'), [hop.outside.contactName, hop.outside.contactPhone].filter(Boolean).join(' · ')],
    [t('paperHop.number'), hop.paperNumber],
  ];
  return (
    <div className={styles.pane}>
      <Card size="small" title={t('paperHop.title')}>
        <p className={styles.hint}>{t('paperHop.hint')}</p>
        <FactList rows={rows} />
        {trace.caseId && <Link to={`/cases/${trace.caseId}?tab=trace`}>{t('paperHop.back')}</Link>}
      </Card>
      <HopPane key={hop.number} trace={trace} hop={hop} />
    </div>
  );
}
