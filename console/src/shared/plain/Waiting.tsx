import LoadingOutlined from '@ant-design/icons-svg/es/asn/LoadingOutlined';
import {useTranslation} from 'react-i18next';
import {Icon} from './Icon';
import styles from './plain.module.css';

/** Stands where something is being fetched. */
export function Waiting({wide = false}: {wide?: boolean}) {
  const {t} = useTranslation('shared');
  return (
    <span className={wide ? `${styles.waiting} ${styles.wide}` : styles.waiting} role="status" aria-label={t('waiting')}>
      <Icon of={LoadingOutlined} turning />
    </span>
  );
}
