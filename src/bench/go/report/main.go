// The report function: token, details, every page of participants; JSON with attendance, and CSV, on S3.
package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
)

type function struct {
	zoom        *zoom
	s3          *s3.Client
	destination *url.URL
}

type event struct {
	MeetingID string `json:"meeting_id"`
}

type meeting struct {
	UUID      string    `json:"uuid"`
	ID        int64     `json:"id"`
	StartTime time.Time `json:"start_time"`
	EndTime   time.Time `json:"end_time"`
}

type document struct {
	Format   string `json:"format"`
	Location string `json:"location"`
	Bytes    int    `json:"bytes"`
}

type report struct {
	PageCount     int               `json:"page_count"`
	PageSize      int               `json:"page_size"`
	TotalRecords  int               `json:"total_records"`
	NextPageToken string            `json:"next_page_token"`
	Participants  []json.RawMessage `json:"participants"`
	Meeting       json.RawMessage   `json:"meeting"`
	GeneratedAt   time.Time         `json:"generated_at"`
	Complete      bool              `json:"complete"`
	Attendance    []entry           `json:"attendance"`
}

type answer struct {
	Meeting      json.RawMessage `json:"meeting"`
	TotalRecords int             `json:"total_records"`
	Complete     bool            `json:"complete"`
	Documents    []document      `json:"documents"`
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	destination, err := url.Parse(os.Getenv("REPORT_DESTINATION"))
	if err != nil {
		log.Fatal(err)
	}
	f := &function{
		zoom:        newZoom(),
		s3:          s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true }),
		destination: destination,
	}
	lambda.Start(f.handle)
}

func (f *function) handle(ctx context.Context, e event) (*answer, error) {
	path := "/metrics/meetings/" + url.PathEscape(e.MeetingID)
	var details json.RawMessage
	var rows []json.RawMessage
	reading, readingCtx := errgroup.WithContext(ctx)
	reading.Go(func() error {
		return f.zoom.get(readingCtx, path, url.Values{"type": {"past"}}, &details)
	})
	reading.Go(func() (err error) {
		rows, err = f.zoom.allParticipants(readingCtx, path)
		return err
	})
	if err := reading.Wait(); err != nil {
		return nil, err
	}
	var m meeting
	if err := json.Unmarshal(details, &m); err != nil {
		return nil, fmt.Errorf("meeting details: %w", err)
	}
	participants, err := parse(rows)
	if err != nil {
		return nil, err
	}
	documents := make([]document, 2)
	storing, storingCtx := errgroup.WithContext(ctx)
	storing.Go(func() (err error) {
		body, err := json.Marshal(report{
			PageCount:    1,
			PageSize:     len(rows),
			TotalRecords: len(rows),
			Participants: rows,
			Meeting:      details,
			GeneratedAt:  time.Now().UTC(),
			Complete:     true,
			Attendance:   attendance(participants, m),
		})
		if err != nil {
			return err
		}
		documents[0], err = f.put(storingCtx, m, "json", "application/json", body)
		return err
	})
	storing.Go(func() (err error) {
		body, err := toCSV(participants)
		if err != nil {
			return err
		}
		documents[1], err = f.put(storingCtx, m, "csv", "text/csv; charset=utf-8", body)
		return err
	})
	if err := storing.Wait(); err != nil {
		return nil, err
	}
	return &answer{Meeting: details, TotalRecords: len(rows), Complete: true, Documents: documents}, nil
}

func (f *function) put(ctx context.Context, m meeting, format, contentType string, body []byte) (document, error) {
	key := fmt.Sprintf("%s/%s/date=%s/%d_%s.%s", strings.TrimPrefix(f.destination.Path, "/"), format,
		m.StartTime.Format(time.DateOnly), m.ID, base64.RawURLEncoding.EncodeToString([]byte(m.UUID)), format)
	_, err := f.s3.PutObject(ctx, &s3.PutObjectInput{
		Bucket:      aws.String(f.destination.Host),
		Key:         aws.String(key),
		Body:        bytes.NewReader(body),
		ContentType: aws.String(contentType),
	})
	if err != nil {
		return document{}, fmt.Errorf("put %s: %w", key, err)
	}
	return document{format, "s3://" + f.destination.Host + "/" + key, len(body)}, nil
}

// zoom calls Zoom's API with a token that is kept until a minute before it ends.
type zoom struct {
	client  *http.Client
	mu      sync.Mutex
	token   string
	renewAt time.Time
}

func newZoom() *zoom {
	return &zoom{client: &http.Client{Timeout: 30 * time.Second}}
}

func (z *zoom) accessToken(ctx context.Context) (string, error) {
	z.mu.Lock()
	defer z.mu.Unlock()
	if time.Now().Before(z.renewAt) {
		return z.token, nil
	}
	form := url.Values{"grant_type": {"account_credentials"}, "account_id": {os.Getenv("ZOOM_ACCOUNT_ID")}}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("ZOOM_OAUTH_URL")+"/token",
		strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.SetBasicAuth(os.Getenv("ZOOM_CLIENT_ID"), os.Getenv("ZOOM_CLIENT_SECRET"))
	var token struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int    `json:"expires_in"`
	}
	if err := z.do(request, &token); err != nil {
		return "", fmt.Errorf("Zoom gave no token: %w", err)
	}
	z.token = token.AccessToken
	z.renewAt = time.Now().Add(time.Duration(token.ExpiresIn-60) * time.Second)
	return z.token, nil
}

func (z *zoom) get(ctx context.Context, path string, parameters url.Values, into any) error {
	token, err := z.accessToken(ctx)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet,
		os.Getenv("ZOOM_API_URL")+path+"?"+parameters.Encode(), nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	return z.do(request, into)
}

func (z *zoom) do(request *http.Request, into any) error {
	response, err := z.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("Zoom: %d %s", response.StatusCode, body)
	}
	return json.Unmarshal(body, into)
}

func (z *zoom) allParticipants(ctx context.Context, path string) ([]json.RawMessage, error) {
	var participants []json.RawMessage
	parameters := url.Values{"type": {"past"}, "page_size": {"300"}}
	for {
		var page struct {
			TotalRecords  int               `json:"total_records"`
			NextPageToken string            `json:"next_page_token"`
			Participants  []json.RawMessage `json:"participants"`
		}
		if err := z.get(ctx, path+"/participants", parameters, &page); err != nil {
			return nil, err
		}
		participants = append(participants, page.Participants...)
		if page.NextPageToken == "" {
			if len(participants) != page.TotalRecords {
				return nil, fmt.Errorf("Zoom announced %d rows and sent %d", page.TotalRecords, len(participants))
			}
			return participants, nil
		}
		parameters.Set("next_page_token", page.NextPageToken)
	}
}
