export { createPaymentGateway, type PaymentGatewayOptions } from "./create-payment-gateway";
