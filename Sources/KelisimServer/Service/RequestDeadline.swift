internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection whose client takes too long to send a request, a byte now and then.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a client may take.
    private static let patience = TimeAmount.seconds(30)

    /// Whether a request has begun that has not ended.
    private var isReading = false
    /// Whether a request has begun whose answer has not ended.
    private var isAnswering = false
    /// Whether what was read was more than the beginning of a head.
    private var hasParts = false
    private var end: Scheduled<Void>?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasParts = true
        switch unwrapInboundIn(data) {
        case .head: (isReading, isAnswering) = (true, true)
        case .body: break
        case .end:
            isReading = false
            end?.cancel()
            end = nil
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Most requests are whole by now, and cost nothing here.
        if isReading || !(hasParts || isAnswering), end == nil {
            let channel = context.channel
            end = context.eventLoop.scheduleTask(in: RequestDeadline.patience) {
                channel.close(promise: nil)
            }
        }
        hasParts = false
        context.fireChannelReadComplete()
    }

    func write(
        context: ChannelHandlerContext,
        data: NIOAny,
        promise: EventLoopPromise<Void>?
    ) {
        if case .end = unwrapOutboundIn(data) { isAnswering = false }
        context.write(data, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end?.cancel()
    }
}
