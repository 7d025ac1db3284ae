// The webhook function: verifies Zoom's signature, puts the ended meeting on the queue.
package main

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"log"
	"math"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type function struct {
	sqs    *sqs.Client
	queue  string
	secret []byte
}

type meeting struct {
	ID        json.RawMessage `json:"id"`
	UUID      string          `json:"uuid"`
	Topic     string          `json:"topic"`
	StartTime string          `json:"start_time"`
	EndTime   string          `json:"end_time"`
}

type notification struct {
	Event   string `json:"event"`
	Payload struct {
		PlainToken string  `json:"plainToken"`
		Object     meeting `json:"object"`
	} `json:"payload"`
}

type message struct {
	MeetingID string  `json:"meeting_id"`
	Meeting   meeting `json:"meeting"`
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	f := &function{
		sqs:    sqs.NewFromConfig(cfg),
		queue:  os.Getenv("REPORT_QUEUE_URL"),
		secret: []byte(os.Getenv("ZOOM_WEBHOOK_SECRET_TOKEN")),
	}
	lambda.Start(f.handle)
}

func (f *function) handle(ctx context.Context, request events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	body := []byte(request.Body)
	if request.IsBase64Encoded {
		decoded, err := base64.StdEncoding.DecodeString(request.Body)
		if err != nil {
			return status(http.StatusBadRequest), nil
		}
		body = decoded
	}
	if !f.verified(request.Headers, body) {
		return status(http.StatusUnauthorized), nil
	}
	var n notification
	if err := json.Unmarshal(body, &n); err != nil {
		return status(http.StatusBadRequest), nil
	}
	switch n.Event {
	case "endpoint.url_validation":
		answer, err := json.Marshal(map[string]string{
			"plainToken":     n.Payload.PlainToken,
			"encryptedToken": f.sign([]byte(n.Payload.PlainToken)),
		})
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusOK, Body: string(answer)}, err
	case "meeting.ended":
		text, err := json.Marshal(message{n.Payload.Object.UUID, n.Payload.Object})
		if err != nil {
			return status(http.StatusInternalServerError), err
		}
		_, err = f.sqs.SendMessage(ctx, &sqs.SendMessageInput{
			QueueUrl:    aws.String(f.queue),
			MessageBody: aws.String(string(text)),
		})
		if err != nil {
			return status(http.StatusServiceUnavailable), nil
		}
	}
	return status(http.StatusNoContent), nil
}

func (f *function) verified(headers map[string]string, body []byte) bool {
	timestamp := headers["x-zm-request-timestamp"]
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || math.Abs(time.Since(time.Unix(seconds, 0)).Seconds()) > 300 {
		return false
	}
	expected := "v0=" + f.sign([]byte("v0:"+timestamp+":"), body)
	return hmac.Equal([]byte(headers["x-zm-signature"]), []byte(expected))
}

func (f *function) sign(parts ...[]byte) string {
	mac := hmac.New(sha256.New, f.secret)
	for _, part := range parts {
		mac.Write(part)
	}
	return hex.EncodeToString(mac.Sum(nil))
}

func status(code int) events.APIGatewayV2HTTPResponse {
	return events.APIGatewayV2HTTPResponse{StatusCode: code}
}
