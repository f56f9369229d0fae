package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Files in and out as raw bytes. */
class FileTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private final Door door = Door.shared();

  private HttpResponse<String> upload(String query, HttpRequest.BodyPublisher body) {
    return door.send(
        door.request("/v1/things/t1/file:upload" + query)
            .header("Content-Type", "application/pdf")
            .POST(body)
            .build());
  }

  @Test
  void pathAndQueryMakeTheFirstMessageAndTheBodyTheRest() {
    HttpResponse<String> answer =
        upload("?fileName=a.pdf", HttpRequest.BodyPublishers.ofByteArray(new byte[3 * MEBIBYTE]));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Door.json(answer).at("/id").asString()).isEqualTo("t1");
    assertThat(Door.json(answer).at("/title").asString()).isEqualTo("a.pdf");
    assertThat(Door.json(answer).at("/amountFen").asLong()).isEqualTo(3 * MEBIBYTE);
    assertThat(Door.json(answer).at("/tags/0").asInt()).isEqualTo(12);
    assertThat(door.things.largestPiece.get()).isEqualTo(256 * 1024);
  }

  private HttpResponse<String> uploadNamed(String disposition) {
    return door.send(
        door.request("/v1/things/t1/file:upload")
            .header("Content-Type", "application/pdf")
            .header("Content-Disposition", disposition)
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1]))
            .build());
  }

  @Test
  void theFilesNameTravelsInItsOwnHeader() {
    HttpResponse<String> answer =
        uploadNamed("attachment; filename*=UTF-8''%E6%B5%8B%E8%AF%95%20a.pdf");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Door.json(answer).at("/title").asString()).isEqualTo("测试 a.pdf");
    HttpResponse<String> unreadable = uploadNamed("attachment; filename*=UTF-8''%E6%B5%8B%");
    assertThat(unreadable.statusCode()).isEqualTo(400);
    assertThat(Door.json(unreadable).at("/violations/0/field").asString())
        .isEqualTo("Content-Disposition");
  }

  @Test
  void anEmptyFileIsAnUploadToo() {
    HttpResponse<String> answer = upload("", HttpRequest.BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Door.json(answer).at("/amountFen").asLong()).isZero();
  }

  @Test
  void theLimitHoldsWhetherTheLengthWasToldOrNot() {
    byte[] large = new byte[20 * MEBIBYTE + 1];
    HttpResponse<String> told = upload("", HttpRequest.BodyPublishers.ofByteArray(large));
    HttpResponse<String> untold =
        upload(
            "",
            HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofByteArray(large)));
    HttpResponse<String> exact =
        upload("", HttpRequest.BodyPublishers.ofByteArray(new byte[20 * MEBIBYTE]));

    assertThat(told.statusCode()).isEqualTo(413);
    assertThat(untold.statusCode()).isEqualTo(413);
    assertThat(Door.json(untold).at("/metadata/limitBytes").asLong()).isEqualTo(20 * MEBIBYTE);
    assertThat(exact.statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusalInTheMiddleOfAnUploadIsTold() {
    HttpResponse<String> answer =
        upload("?fileName=refused", HttpRequest.BodyPublishers.ofByteArray(new byte[MEBIBYTE]));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("THING_WRONG_STATE");
  }

  @Test
  void theBytesAreNoParameter() {
    assertThat(upload("?chunk=AAAA", HttpRequest.BodyPublishers.noBody()).statusCode())
        .isEqualTo(400);
    HttpResponse<String> personal = upload("?note=x", HttpRequest.BodyPublishers.noBody());
    assertThat(Door.json(personal).at("/reason").asString()).isEqualTo("PERSONAL_IN_URL");
  }

  @Test
  void aDownloadIsAnAttachmentThatRunsNothing() {
    HttpResponse<String> answer = door.get("/v1/things/t1/file:download");

    assertThat(answer.body()).isEqualTo("%PDF-测试-end");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/pdf");
    assertThat(answer.headers().firstValue("content-disposition")).hasValue("attachment");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("sandbox");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
  }

  @Test
  void aRefusedDownloadIsAProblem() {
    HttpResponse<String> answer = door.get("/v1/things/denied/file:download");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("ACCESS_DENIED");
  }

  @Test
  void halfAFileNeverLooksLikeAWholeOne() {
    assertThatThrownBy(() -> door.get("/v1/things/breaks/file:download"))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseInstanceOf(java.io.IOException.class);
  }
}
