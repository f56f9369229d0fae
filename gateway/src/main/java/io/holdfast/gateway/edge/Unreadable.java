package io.holdfast.gateway.edge;

import io.holdfast.gateway.problem.Problem;
import io.holdfast.gateway.problem.Problems;
import io.holdfast.gateway.problem.Refusal;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * What the HTTP server itself cannot read (an address or headers beyond the limit, no HTTP at all)
 * never comes to the {@link EdgeFilter}; the server answers it with an empty body. Here that answer
 * becomes a problem like all others.
 */
@Sharable
public final class Unreadable extends ChannelOutboundHandlerAdapter {
  private static final int CLIENT_ERROR = 400;

  private Unreadable() {}

  /** A server that says why it could not read a request. */
  public static HttpServer explained(HttpServer http) {
    var handler = new Unreadable();
    return http.doOnChannelInit(
        (_, channel, _) -> {
          var _ = channel.pipeline().addAfter(NettyPipeline.HttpCodec, "unreadable", handler);
        });
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof FullHttpResponse answer && unexplained(answer)) {
      FullHttpResponse explained = explained(answer);
      answer.release();
      super.write(context, explained, promise);
    } else {
      super.write(context, message, promise);
    }
  }

  /** Whatever passed the edge filter bears its trace. */
  private static boolean unexplained(FullHttpResponse answer) {
    return answer.status().code() >= CLIENT_ERROR
        && !answer.content().isReadable()
        && !answer.headers().contains(EdgeFilter.TRACE_ID);
  }

  private static FullHttpResponse explained(FullHttpResponse answer) {
    Refusal.Reason reason =
        answer.status().equals(HttpResponseStatus.REQUEST_URI_TOO_LONG)
            ? Refusal.Reason.URI_TOO_LONG
            : Refusal.Reason.REQUEST_INVALID;
    Problem problem = Problems.of(Refusal.of(reason), false);
    byte[] body = Problems.json(problem, "", "");
    var explained =
        new DefaultFullHttpResponse(
            answer.protocolVersion(),
            HttpResponseStatus.valueOf(problem.status()),
            Unpooled.wrappedBuffer(body));
    explained.headers().set(answer.headers());
    explained.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
    explained.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    explained.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    explained.headers().set("X-Content-Type-Options", "nosniff");
    return explained;
  }
}
