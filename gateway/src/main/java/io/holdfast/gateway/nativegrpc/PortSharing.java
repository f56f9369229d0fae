package io.holdfast.gateway.nativegrpc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServer;

/**
 * One port for HTTP/1.1 and gRPC. A gRPC caller begins with HTTP/2's preface, which no HTTP/1.1
 * request can begin with; from then on the connection belongs to the gRPC server, socket, thread
 * and all, and nothing stands between them.
 */
public final class PortSharing {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** As many bytes of it as tell it from any HTTP/1.1 method. */
  private static final int TELLING = 4;

  private static final int UNDECIDED_SECONDS_MAX = 10;

  private final NativeServer grpc;

  /** Shares the port with this server. */
  public PortSharing(NativeServer grpc) {
    this.grpc = grpc;
  }

  /** An HTTP server whose connections are looked at first. */
  public HttpServer apply(HttpServer http) {
    return http.doOnChannelInit(
        (_, channel, _) -> {
          var _ = channel.pipeline().addFirst("protocol-choice", new Choice());
        });
  }

  private final class Choice extends ChannelInboundHandlerAdapter {
    private ByteBuf seen = Unpooled.EMPTY_BUFFER;
    private boolean handingOver;
    private boolean waiting;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      if (!(message instanceof ByteBuf bytes)) {
        super.channelRead(context, message);
        return;
      }
      seen = seen.isReadable() ? Unpooled.wrappedBuffer(seen, bytes) : bytes;
      if (handingOver) {
        return;
      }
      int telling = Math.min(TELLING, seen.readableBytes());
      boolean preface =
          ByteBufUtil.equals(seen, seen.readerIndex(), Unpooled.wrappedBuffer(PREFACE), 0, telling);
      if (!preface) {
        pass(context);
      } else if (telling == TELLING) {
        handOver(context);
      } else if (!waiting) {
        // Whoever has said something but not enough is not waited for long.
        waiting = true;
        var timer =
            context
                .executor()
                .schedule(() -> closeUndecided(context), UNDECIDED_SECONDS_MAX, TimeUnit.SECONDS);
        context.channel().closeFuture().addListener(_ -> timer.cancel(false));
      }
    }

    private void closeUndecided(ChannelHandlerContext context) {
      if (!context.isRemoved() && !handingOver) {
        var _ = context.close();
      }
    }

    private void handOver(ChannelHandlerContext context) {
      handingOver = true;
      Channel channel = context.channel();
      ChannelPipeline pipeline = context.pipeline();
      List<ChannelHandler> http = new ArrayList<>();
      for (Map.Entry<String, ChannelHandler> each : pipeline) {
        if (each.getValue() != this) {
          http.add(each.getValue());
        }
      }
      http.forEach(pipeline::remove);
      grpc.take(channel, () -> pass(context));
    }

    /** Steps out of the way and gives on what was held back. */
    private void pass(ChannelHandlerContext context) {
      ByteBuf held = seen;
      seen = Unpooled.EMPTY_BUFFER;
      context.fireChannelRead(held);
      context.fireChannelReadComplete();
      var _ = context.pipeline().remove(this);
    }

    @Override
    public void handlerRemoved(@Nullable ChannelHandlerContext context) {
      seen.release();
      seen = Unpooled.EMPTY_BUFFER;
    }
  }
}
