import CheckCircleOutlined from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import CloudOutlined from '@ant-design/icons-svg/es/asn/CloudOutlined';
import LoadingOutlined from '@ant-design/icons-svg/es/asn/LoadingOutlined';
import WarningFilled from '@ant-design/icons-svg/es/asn/WarningFilled';
import {useTranslation} from 'react-i18next';
import {listed} from '@/shared/language';
import {Icon} from '@/shared/plain/Icon';
import {timeOfDay} from '@/shared/time';
import {SealedKeeper} from './draft/keeper';
import {useMeta} from './draft/useDraft';
import styles from './intake.module.css';

/** Where the typed text is, and who else types. */
export function SaveLine() {
  const {t, i18n} = useTranslation('intake');
  const {line, savedAt, editors} = useMeta((meta) => meta);
  const sign = {
    new: CloudOutlined,
    saved: CheckCircleOutlined,
    saving: LoadingOutlined,
    waiting: WarningFilled,
    over: WarningFilled,
    refused: WarningFilled,
    closed: CheckCircleOutlined,
  }[line];
  const key = line === 'waiting' || line === 'over' ? `${line}${SealedKeeper.able ? '' : 'Unkept'}` : line;
  return (
    <div className={styles.saveLine} role="status" data-line={line}>
      <Icon of={sign} turning={line === 'saving'} /> {t(`line.${key}`, {time: timeOfDay(savedAt)})}
      {editors.length > 0 && (
        <span className={styles.editors}>
          {t('line.editors', {names: listed(editors.map((each) => each.authorName ?? ''), i18n.language)})}
        </span>
      )}
    </div>
  );
}
