import {DownloadOutlined, EyeOutlined} from '@ant-design/icons';
import {Button, Space, Table, Tag, Typography} from 'antd';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {Opened, useFileView} from '@/shared/files/FileView';
import {dateTime} from '@/shared/time';
import type {Order} from './queries';

type PaperFile = Schema<'freezing.v1.PaperFile'>;

const STATE_COLORS: Record<string, string> = {
  OWED: 'warning',
  OVERDUE: 'error',
  DELIVERED: 'processing',
  COUNTERSIGNED: 'success',
  REFUSED: 'error',
};

function load(order: string, file: PaperFile): Promise<Blob> {
  return answer(
    api.GET('/v1/stopOrders/{id}/papers/{number}:download', {
      params: {path: {id: order, number: file.number ?? 0}},
      parseAs: 'blob',
    }),
  );
}

/** The papers' state and files. Opening one is noted in the audit log, so nothing is opened by itself. */
export function Papers({order, preview}: {order: Order; preview: boolean}) {
  const {t} = useTranslation('shared');
  const paper = order.paper;
  const named = (file: PaperFile) => file.fileName || `${t(`paperKind.${file.kind}`)}-${file.number}`;
  const view = useFileView((file: PaperFile) => load(order.id ?? '', file), named);
  if (!paper) return null;
  return (
    <Space orientation="vertical" size={8} style={{width: '100%'}}>
      <Space wrap>
        <Tag color={STATE_COLORS[paper.state ?? ''] ?? 'default'}>{t(`paperState.${paper.state}`)}</Tag>
        {paper.late && <Tag color="error">{t('paper.late')}</Tag>}
        {paper.paperNumber && <span>{t('paper.number', {number: paper.paperNumber})}</span>}
        {paper.deliverTime && <span>{t('paper.delivered', {time: dateTime(paper.deliverTime)})}</span>}
        {paper.countersignTime && <span>{t('paper.countersigned', {time: dateTime(paper.countersignTime)})}</span>}
      </Space>
      {paper.defect && <Typography.Text type="danger">{t('paper.defect', {defect: paper.defect})}</Typography.Text>}
      {(paper.files ?? []).length === 0 ? (
        <span>{t('paper.none')}</span>
      ) : (
        <Table<PaperFile>
          size="small"
          pagination={false}
          rowKey={(file) => file.number ?? 0}
          dataSource={paper.files ?? []}
          columns={[
            {title: t('paper.kind'), render: (_, file) => t(`paperKind.${file.kind}`)},
            {title: t('paper.file'), render: (_, file) => file.fileName || `#${file.number}`},
            {title: t('paper.uploaded'), render: (_, file) => dateTime(file.uploadTime)},
            {
              title: t('paper.hash'),
              render: (_, file) => (
                <span title={file.sha256} style={{fontFamily: 'monospace'}}>
                  {(file.sha256 ?? '').slice(0, 12)}
                </span>
              ),
            },
            {
              title: '',
              align: 'right',
              render: (_, file) => (
                <Space>
                  {preview && (
                    <Button size="small" icon={<EyeOutlined />} onClick={() => view.show(file)}>
                      {t('paper.open')}
                    </Button>
                  )}
                  <Button size="small" icon={<DownloadOutlined />} onClick={() => view.save(file)}>
                    {t('paper.save')}
                  </Button>
                </Space>
              ),
            },
          ]}
        />
      )}
      <Opened view={view} named={named} />
    </Space>
  );
}
