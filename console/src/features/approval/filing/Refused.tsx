import {Button, Empty} from 'antd';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {yuan} from '@/shared/money';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {useRefused} from '../data';
import styles from '../approval.module.css';

/** Cases that were not filed and can be filed after all. */
export function Refused({selected}: {selected: string | undefined}) {
  const {t} = useTranslation('approval');
  const found = useRefused();
  const cases = found.data?.pages.flatMap((page) => page.cases ?? []) ?? [];
  return (
    <>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Waiting wide />}
      {found.isSuccess && cases.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.noneRefused')} />
      )}
      <ul className={styles.refused}>
        {cases.map((each) => (
          <li key={each.id}>
            <Link to={`/approval/cases/${each.id}`} aria-current={each.id === selected}>
              <strong>{each.receiptNumber}</strong>
              <span>
                {t(`fraudType.${each.fraudType}`)} · ¥{yuan(each.totalLossFen)}
              </span>
              <span>{dateTime(each.createTime)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
